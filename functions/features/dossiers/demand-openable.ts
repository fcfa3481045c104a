import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { type FileRole, roleOfFile } from '../../domain/dossier/file-role.ts';
import { stoppedFile } from '../../domain/files/stopped-file.ts';
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
  if (file.secrecy) throw stoppedFile(file.secrecy);
  return { file, role };
}
