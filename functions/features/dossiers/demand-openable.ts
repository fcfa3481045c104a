import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { WHAT_TO_DO } from '../../../schemas/secrecy-marks.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { type FileRole, roleOfFile } from '../../domain/dossier/file-role.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { readerOf } from '../../domain/rights/reader.ts';

/**
 * A file of a dossier with its role, for a caller who may read the dossier. Papers are open to all of these; a file an
 * officer attached as the result is open only to those who handle the dossier: everyone else gets the result once it is
 * issued. One with the mark of a state secret is open to nobody.
 */
export function demandOpenable(
  file: StoredFile | undefined,
  { head, events }: { readonly head: DossierHead; readonly events: readonly LedgerEvent[] },
  caller: Principal,
): { readonly file: StoredFile; readonly role: FileRole } {
  const role = file && roleOfFile(events, file.id);
  if (role === undefined || file?.dossier !== head.code) throw nothingHere();
  if (role === 'resultFile' && readerOf(head, caller) !== 'handler') throw nothingHere();
  if (file.secrecy) throw stopped(file.secrecy);
  return { file, role };
}

/** Whoever comes upon a state secret is told what to do with it. */
const stopped = ({ mark, page }: NonNullable<StoredFile['secrecy']>): ProblemError =>
  new ProblemError('file-stopped', {
    vi: `Trang ${page} có dấu chỉ độ mật “${mark}”; ${WHAT_TO_DO.vi}.`,
    en: `Page ${page} carries the mark of a state secret “${mark}”; ${WHAT_TO_DO.en}.`,
  });
