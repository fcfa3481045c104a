import type { DossierComponent } from '../../../schemas/api/dossier-component.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { handedIn } from '../../domain/dossier/handed-in.ts';
import type { ReadingDeps } from './deps.ts';

/**
 * The papers of the procedure with the files handed in for each, so that readers of the dossier find the files to
 * open.
 */
export async function componentsOf(
  deps: Pick<ReadingDeps, 'files'>,
  events: readonly LedgerEvent[],
  procedure: Pick<Procedure, 'components'>,
): Promise<DossierComponent[]> {
  const given = handedIn(events, procedure.components);
  const stored = await deps.files.findAll(given.flatMap(({ files }) => files.map(({ id }) => id)));
  const byId = new Map(stored.map(file => [file.id, file]));
  return given.map(({ component, state, paperCopies, paperKind, results, files }) => ({
    component: component.id,
    name: component.name,
    required: component.required,
    state,
    paperCopies,
    paperKind,
    results: [...results],
    files: files.map(file => {
      const record = byId.get(file.id);
      if (!record) throw new Error(`the file ${file.id} has no record`);
      const { fileName, contentType, size, secrecy } = record;
      const stopped = secrecy !== undefined;
      return { ...file, fileName, contentType, size, stopped, source: sourceOf(record) };
    }),
  }));
}

/** Where a file came from that nobody uploaded. */
function sourceOf({ source }: StoredFile): DossierComponent['files'][number]['source'] {
  if (!source) return null;
  const { store, kind, name, number, agency } = source;
  return { store, kind, name, number, agency };
}
