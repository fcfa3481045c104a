import { type CertifiedCopy, copiesToSeal } from '../../domain/digitizing/certified-copies.ts';
import { SealRefusal } from '../../domain/sealing/refusal.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { CopyStore } from './copy-store.ts';

export interface CopySealingDeps {
  readonly dossiers: DossierStore;
  readonly copies: CopyStore;
  /** Puts the seal of a unit's agency on the copy. @throws SealRefusal */
  readonly seal: (
    copy: Uint8Array,
    how: Pick<CertifiedCopy, 'comparedWith'> & { readonly unit: string },
  ) => Promise<Buffer>;
  readonly now: () => number;
}

const actor = { kind: 'system', mechanism: 'digitizing' } as const;

/**
 * Seals the certified copies of a dossier that wait for it, one change each; returns how many. Repeated calls find
 * them done. One that fails for now keeps no other waiting: it fails the call when the rest is done.
 */
export async function sealCopies(deps: CopySealingDeps, code: string): Promise<number> {
  const failed = new Map<string, unknown>();
  for (let settled = 0; ; settled++) {
    const next = await sealNext(deps, code, failed);
    if (next === 'settled') continue;
    const [first] = failed.values();
    if (first !== undefined) throw first;
    return settled;
  }
}

function sealNext(
  deps: CopySealingDeps,
  code: string,
  failed: Map<string, unknown>,
): Promise<'settled' | 'none'> {
  return changeUnruled<'settled' | 'none'>(deps, {
    code,
    actor,
    now: deps.now,
    async decide({ head }) {
      const waiting = copiesToSeal(await soundLedger(deps.dossiers, head));
      for (const copy of waiting.filter(({ file }) => !failed.has(file))) {
        try {
          const stored = await sealed(deps, copy, head.receivingUnit);
          const { file } = copy;
          const data = stored
            ? ({ type: 'copySealed', file, ...stored } as const)
            : ({ type: 'copyNotSealed', file } as const);
          return { events: [{ data, opens: [], closes: [] }], answer: () => 'settled' };
        } catch (error) {
          failed.set(copy.file, error);
        }
      }
      return { stands: 'none' };
    },
  });
}

/** Undefined where the copy is not to be sealed, now or ever: it is another than was certified, or was stopped. */
async function sealed({ copies, seal }: CopySealingDeps, certified: CertifiedCopy, receivingUnit: string) {
  const { file, by, copy, comparedWith } = certified;
  const bytes = await copies.read(file);
  if (!bytes || (copy !== undefined && sha256Of(bytes) !== copy)) return undefined;
  const unit = by.kind === 'officer' && by.unit !== null ? by.unit : receivingUnit;
  try {
    return await copies.keep(file, await seal(bytes, { unit, comparedWith }));
  } catch (error) {
    if (error instanceof SealRefusal && error.code === 'file-unusable') return undefined;
    throw error;
  }
}
