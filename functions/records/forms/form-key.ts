import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormPaper } from '../../../schemas/dossier/form.ts';

/**
 * Where the file of a form is: under the hash of the ledger entry it is made for, which stands for all that the ledger
 * held up to there. The file never changes, and another ledger has other files.
 */
export const formKey = ({ dossier, hash }: LedgerEvent, id: string, paper: FormPaper) =>
  `forms/${dossier}/${hash}/${id}-${paper}.pdf`;

/** Of a paper of a batch for the archive: by the digest of all that it says. */
export const archivePaperKey = (
  { unit, id }: { readonly unit: string; readonly id: string },
  digest: string,
) => `archive/${unit}/${id}/${digest}.pdf`;

/** Of a register: by the digest of all that it says. */
export const registerKey = (unit: string, digest: string) => `registers/${unit}/${digest}.pdf`;
