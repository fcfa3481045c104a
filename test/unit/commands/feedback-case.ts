import type { CaseEvent, CaseHead, CaseKind } from '../../../functions/domain/cases/case-kind.ts';
import type { LedgerFault } from '../../../functions/domain/ledger/standing.ts';
import type {
  Answer,
  CaseChange,
  CaseStore,
  Refusal,
  Standing,
} from '../../../functions/records/commands/case-store.ts';

/** A kind of case that is no dossier, to show what commands know of cases: feedback that is answered or not. */
export interface Feedback {
  readonly head: CaseHead & { readonly said: readonly string[] };
  readonly news: { readonly says: string };
  readonly event: CaseEvent & { readonly feedback: string; readonly at: string; readonly says: string };
  readonly labels: { readonly subject: string };
  readonly beside: { readonly file?: string };
}

export const feedbackKind: CaseKind<Feedback['head'], Feedback['news'], Feedback['event']> = {
  entry: ({ says }, { code, seq, at, previous }) => ({ feedback: code, seq, at, previous, says }),
  fold: (head, { feedback, seq, at, hash, says }) => ({
    code: feedback,
    version: seq,
    lastHash: hash,
    updatedAt: at,
    said: [...(head?.said ?? []), says],
  }),
};

/** Where feedback is kept in memory; `before` happens between the reading and the commit of a command. */
export function feedbackStore(first: Feedback['head']) {
  let head = first;
  const answers = new Map<string, Answer>();
  const committed: CaseChange<Feedback>[] = [];
  const mishaps = {
    before: [] as (() => void)[],
    lost: [] as Error[],
    refusals: [] as Refusal[],
    standing: [] as Standing[],
  };
  const held: [string, LedgerFault][] = [];
  const store: CaseStore<Feedback> = {
    find: async code =>
      code === head.code ? { head, labels: { subject: 'Đường hỏng' }, held: false } : undefined,
    standing: async () => mishaps.standing.shift() ?? 'sound',
    async hold(code, fault) {
      held.push([code, fault]);
    },
    async answered(_, key) {
      const answer = answers.get(key);
      return answer && { requestHash: answer.requestHash, status: answer.status, body: answer.body };
    },
    async commit(change) {
      mishaps.before.shift()?.();
      const refusal = mishaps.refusals.shift();
      if (refusal) return refusal;
      if (change.before.lastHash !== head.lastHash) return { refused: 'version' };
      head = change.outcome.head;
      if (change.answer) answers.set(change.answer.key, change.answer);
      committed.push(change);
      const lost = mishaps.lost.shift();
      if (lost) throw lost;
      return undefined;
    },
  };
  return {
    store,
    mishaps,
    committed,
    held,
    head: () => head,
    overtake: (by: Feedback['head']) => (head = by),
  };
}
