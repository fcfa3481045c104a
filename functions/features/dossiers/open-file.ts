import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { roleOfFile } from '../../domain/dossier/file-role.ts';
import { shownAs } from '../../domain/files/shown-as.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { readerOf } from '../../domain/rights/reader.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { ReadingDeps } from './deps.ts';
import { LINK_LIFE } from './file-links.ts';

type Operation = (typeof dossierOperations)['openFile'];

/**
 * A link to one file of a dossier. Papers are open to everyone who may read the dossier; a file an officer attached
 * as the result is open only to those who handle the dossier: everyone else gets the result once it is issued.
 */
export async function openFile(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const [file, events] = await Promise.all([
    deps.files.find(call.params.id),
    soundLedger(deps.dossiers, head),
  ]);
  const role = file && roleOfFile(events, file.id);
  if (role === undefined || file?.dossier !== head.code) throw nothingHere();
  if (role === 'resultFile' && readerOf(head, call.caller) !== 'handler') throw nothingHere();
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
