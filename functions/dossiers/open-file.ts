import type { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import type { DossierHead } from '../../schemas/dossier/head.ts';
import { shownAs } from '../domain/files/shown-as.ts';
import { nothingHere } from '../domain/rights/judge.ts';
import { readerOf } from '../domain/rights/reader.ts';
import { toRfc3339 } from '../domain/vietnam-time.ts';
import { recordReads } from '../platform/access-records/record-reads.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { ReadingDeps } from './deps.ts';
import { LINK_LIFE } from './file-links.ts';
import { findDossier } from './find-dossier.ts';
import { wholeLedger } from './whole-ledger.ts';

type Operation = (typeof dossierOperations)['openFile'];

/**
 * A link to one file of a dossier. What was handed in is for everybody who may read the dossier; a file that an officer gave as its
 * result is for those who handle it: everybody else gets the result once it is issued.
 */
export async function openFile(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const file = await deps.files.find(call.params.id);
  if (file?.dossier !== head.code) throw nothingHere();
  const isPaper = await wasHandedIn(deps, head, file.id);
  if (!isPaper && readerOf(head, call.caller) !== 'handler') throw nothingHere();
  await recordReads(deps, {
    ...call,
    operation: 'openFile',
    parts: [isPaper ? 'paper' : 'resultFile'],
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

async function wasHandedIn(deps: Pick<ReadingDeps, 'dossiers'>, head: DossierHead, file: string) {
  const events = await wholeLedger(deps.dossiers, head);
  return events.some(
    ({ data }) =>
      (data.type === 'submitted' || data.type === 'supplemented') &&
      data.components.some(({ files }) => files.includes(file)),
  );
}
