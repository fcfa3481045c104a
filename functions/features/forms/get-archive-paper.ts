import type { formOperations } from '../../../schemas/api/operations/forms.ts';
import type { ArchiveBatch, PackedDossier } from '../../../schemas/organization/archive-batch.ts';
import { batchContents, batchReceipt, type ListedDocument } from '../../domain/archive/batch-papers.ts';
import { handedIn } from '../../domain/dossier/handed-in.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import type { ArchiveStore } from '../../records/archive/archive-store.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { archivePaperKey } from '../../records/forms/form-key.ts';
import { unitsAt } from '../../records/organization/units-at.ts';
import type { FormDeps } from './deps.ts';

type Operation = (typeof formOperations)['getArchivePaper'];
export type ArchivePaperDeps = FormDeps & { readonly archive: Pick<ArchiveStore, 'find'> };

/** A paper of a batch for the archive: the list of what is in it, or the record of its hand-over. */
export async function getArchivePaper(
  deps: ArchivePaperDeps,
  { params, caller, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  const { code: unit, id, paper } = params;
  demand(caller, 'archive.read', caller.kind === 'officer' ? unitRelation(caller, unit) : new Set());
  const batch = await deps.archive.find(unit, id);
  if (!batch) throw nothingHere();
  const source = await sourceOf(deps, batch);
  const document = paper === 'contents' ? batchContents(source) : batchReceipt(source);
  const key = archivePaperKey(batch, sha256Of(JSON.stringify(document)));
  const stored = await deps.files.keep(key, () =>
    deps.render(document, paper === 'contents' ? 'A4 landscape' : 'A4'),
  );
  const fileName = `${unit}-${id}-${paper}.pdf`;
  return {
    body: {
      batch: id,
      paper,
      fileName,
      contentType: 'application/pdf',
      ...stored,
      url: await deps.files.linkTo(key, fileName),
      urlExpiresAt: toRfc3339(now + LINK_LIFE * 1000),
    },
  };
}

async function sourceOf(deps: ArchivePaperDeps, batch: ArchiveBatch) {
  const accounts = [batch.packedBy, ...(batch.takenBy === null ? [] : [batch.takenBy])];
  const [units, officers, documents] = await Promise.all([
    unitsAt(deps.organization, parseInstant(batch.packedAt)),
    deps.organization.officersNamed(accounts),
    Promise.all(batch.dossiers.map(async each => [each.code, await documentsOf(deps, each)] as const)),
  ]);
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  return { batch, units, officers: names, documents: new Map(documents) };
}

/** The papers and the result of a dossier, by its ledger as it stood when it was packed. */
async function documentsOf(
  { dossiers, rules }: ArchivePaperDeps,
  { code, version }: PackedDossier,
): Promise<ListedDocument[]> {
  const found = await dossiers.find(code);
  if (!found) throw new Error(`${code} is in a batch and is gone`);
  const [ledger, { procedure }] = await Promise.all([
    soundLedger(dossiers, found.head),
    rules.load(found.head.rules),
  ]);
  const events = ledger.slice(0, version);
  const papers = handedIn(events, procedure.components)
    .filter(({ files, paperCopies }) => files.length > 0 || paperCopies > 0)
    .map(({ component, files, paperCopies }) => ({ name: component.name, files: files.length, paperCopies }));
  const results = events.flatMap(({ data }) =>
    data.type === 'resultIssued' || data.type === 'resultReplaced'
      ? [{ name: `Kết quả số ${data.number}`, files: 1, paperCopies: 0 }]
      : [],
  );
  return [...papers, ...results];
}
