import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { RulesLoader } from '../../records/rules/rules-loader.ts';
import { type MakingDeps, makeResult } from './make-result.ts';

export interface CorrectingDeps extends Omit<MakingDeps, 'dossiers'> {
  readonly dossiers: DossierStore;
  readonly rules: RulesLoader;
  readonly now: () => number;
}

const actor = { kind: 'system', mechanism: 'issue' } as const;

/**
 * Makes the result of a signed correction (đính chính): a new number, a new file, and the mark on the old entry that
 * this one took its place. The old result and its file stay as they are. Repeated calls find it done.
 */
export function correctResult(deps: CorrectingDeps, dossier: string): Promise<'made' | 'nothing'> {
  return changeDossier<'made' | 'nothing'>(deps, {
    code: dossier,
    actor,
    now: deps.now,
    async decide(context) {
      const { correction, outcome, result: old } = context.head;
      if (correction === null || outcome === null || old === null) return { stands: 'nothing' };
      const { ground, text, resultFile, signature, signedAt } = correction;
      const { result, file } = await makeResult(deps, context, {
        outcome,
        text,
        resultFile,
        // What is corrected is what it says, not how long it holds.
        validUntil: old.validUntil,
        signature,
        decidedAt: signedAt,
      });
      const replaces = { number: result.number, replaces: old.number, ground };
      return {
        events: [{ data: { type: 'resultReplaced', ...replaces, ...file }, opens: [], closes: [] }],
        beside: { result },
        answer: () => 'made',
      };
    },
  });
}
