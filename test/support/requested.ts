import type { LedgerEvent } from '../../schemas/dossier/event.ts';
import type { DossierHead } from '../../schemas/dossier/head.ts';

/** A dossier, as far as its money needs it. */
interface Kept {
  readonly events: readonly LedgerEvent[];
  readonly head: DossierHead | undefined;
}

export type PaidEntry = LedgerEvent & { readonly data: Extract<LedgerEvent['data'], { type: 'paid' }> };

/** Entries of money that gateways told of. */
export const paidEntries = (events: readonly LedgerEvent[]): PaidEntry[] =>
  events.filter(
    (event): event is PaidEntry => event.data.type === 'paid' && event.data.transaction !== undefined,
  );

/** What became of the requests for payment of all ledgers, in đồng asked for. */
export interface Requested {
  readonly asked: number;
  /** Answered by money, and not gone back. */
  readonly paid: number;
  /** Answered by money that went back. */
  readonly refunded: number;
  readonly open: number;
  /** Failed, ran out, or no longer needed because the fee came another way. */
  readonly expired: number;
}

export function requestedIn(dossiers: Iterable<Kept>): Requested {
  const all = [...dossiers].map(({ events, head }) => {
    const asked = events.flatMap(({ data }) => (data.type === 'paymentOpened' ? [data] : []));
    const answered = new Set(paidEntries(events).map(({ data }) => data.reference));
    const open = head?.account?.payment?.reference;
    const sum = (is: (reference: string) => boolean) =>
      sumOf(asked.filter(({ reference }) => is(reference)).map(({ amount }) => amount));
    const paid = sum(reference => answered.has(reference));
    const refunded = Math.min(paid, head?.account?.refunded ?? 0);
    return {
      asked: sum(() => true),
      ...{ paid: paid - refunded, refunded },
      open: sum(reference => reference === open && !answered.has(reference)),
      expired: sum(reference => reference !== open && !answered.has(reference)),
    };
  });
  const total = (of: (each: Requested) => number) => sumOf(all.map(of));
  return {
    asked: total(each => each.asked),
    paid: total(each => each.paid),
    refunded: total(each => each.refunded),
    open: total(each => each.open),
    expired: total(each => each.expired),
  };
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);
