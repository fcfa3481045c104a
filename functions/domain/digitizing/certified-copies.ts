import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { ComparedPaper } from '../../../schemas/dossier/paper-kind.ts';

/** The copy of a file as sealed. */
export interface SealedCopy {
  readonly sha256: string;
  readonly size: number;
}

/** A digitized copy that an officer certified (bản số hóa đã xác nhận). */
export interface CertifiedCopy {
  readonly file: string;
  readonly comparedWith: ComparedPaper;
  /** SHA-256 of the copy that the officer saw; undefined where it was not known. */
  readonly copy: string | undefined;
  readonly certifiedAt: string;
  readonly by: Actor;
  /** `sealing`: the agency's seal is still to come; `notSealed`: it cannot be applied to this file. */
  readonly state: 'sealing' | 'sealed' | 'notSealed';
  readonly sealed: SealedCopy | null;
}

/** The certified copies of a dossier by the file they were made of. */
export function certifiedCopies(ledger: readonly LedgerEvent[]): ReadonlyMap<string, CertifiedCopy> {
  const copies = new Map<string, CertifiedCopy>();
  const change = (file: string, to: Pick<CertifiedCopy, 'state' | 'sealed'>) => {
    const copy = copies.get(file);
    if (copy) copies.set(file, { ...copy, ...to });
  };
  for (const { data, at, actor } of ledger) {
    if (data.type === 'copyCertified') {
      const { file, comparedWith, copy } = data;
      copies.set(file, {
        file,
        comparedWith,
        copy,
        certifiedAt: at,
        by: actor,
        state: 'sealing',
        sealed: null,
      });
    }
    if (data.type === 'copySealed')
      change(data.file, { state: 'sealed', sealed: { sha256: data.sha256, size: data.size } });
    if (data.type === 'copyNotSealed') change(data.file, { state: 'notSealed', sealed: null });
  }
  return copies;
}

/** Copies that wait for the seal. */
export const copiesToSeal = (ledger: readonly LedgerEvent[]): CertifiedCopy[] =>
  [...certifiedCopies(ledger).values()].filter(({ state }) => state === 'sealing');
