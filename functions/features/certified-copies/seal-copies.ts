import { copiesToSeal } from '../../domain/digitizing/certified-copies.ts';
import { SealRefusal } from '../../domain/sealing/refusal.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { CopyStore } from './copy-store.ts';

export interface CopySealingDeps {
  readonly dossiers: DossierStore;
  readonly copies: CopyStore;
  /** Puts the seal of a unit's agency on the copy. @throws SealRefusal */
  readonly seal: (copy: Uint8Array, unit: string) => Promise<Buffer>;
  readonly now: () => number;
}

const actor = { kind: 'system', mechanism: 'digitizing' } as const;

/** Seals the certified copies of a dossier that wait for it, one change each. Repeated calls find them done. */
export async function sealCopies(deps: CopySealingDeps, code: string): Promise<number> {
  for (let sealed = 0; ; sealed++) if ((await sealNext(deps, code)) === 'none') return sealed;
}

/** A trusted time that cannot be had now fails the call: it is tried again, and nothing is sealed without. */
function sealNext(deps: CopySealingDeps, code: string): Promise<'sealed' | 'none'> {
  return changeUnruled<'sealed' | 'none'>(deps, {
    code,
    actor,
    now: deps.now,
    async decide({ head }) {
      const [waiting] = copiesToSeal(await soundLedger(deps.dossiers, head));
      if (!waiting) return { stands: 'none' };
      const { file, by } = waiting;
      const unit = by.kind === 'officer' && by.unit !== null ? by.unit : head.receivingUnit;
      const stored = await sealedOne(deps, file, unit);
      return {
        events: [
          {
            data: stored ? { type: 'copySealed', file, ...stored } : { type: 'copyNotSealed', file },
            opens: [],
            closes: [],
          },
        ],
        answer: () => 'sealed',
      };
    },
  });
}

async function sealedOne({ copies, seal }: CopySealingDeps, file: string, unit: string) {
  try {
    return await copies.keep(file, await seal(await copies.read(file), unit));
  } catch (error) {
    if (error instanceof SealRefusal && error.code === 'file-unusable') return undefined;
    throw error;
  }
}
