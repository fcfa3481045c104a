import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { shownAs } from '../../domain/files/shown-as.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import { demandOpenable } from './demand-openable.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['openFile'];

/** A link to one file of a dossier. */
export async function openFile(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const [found, events] = await Promise.all([
    deps.files.find(call.params.id),
    soundLedger(deps.dossiers, head),
  ]);
  const { file, role } = demandOpenable(found, { head, events }, call.caller);
  await recordReads(deps, {
    ...call,
    operation: 'openFile',
    parts: [role],
    dossiers: [head],
    file: file.id,
  });
  const { id, fileName, contentType, size } = file;
  const url = await deps.links.linkTo(file);
  const urlExpiresAt = toRfc3339(call.now + LINK_LIFE * 1000);
  return {
    body: { id, fileName, contentType, size, shown: shownAs(file).disposition, url, urlExpiresAt },
  };
}
