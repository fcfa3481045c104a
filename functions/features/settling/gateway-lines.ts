import type { GatewayListState } from '../../../schemas/stored/money-reconciliation.ts';
import type { GatewayPayment } from '../../domain/money/reconciliation/lines.ts';
import type { GatewayTransaction } from '../../domain/ports/payment-gateway.ts';
import { addDays, dateOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { ComparingDeps } from './deps.ts';

/** Most days whose lists are asked for, where the gateway gave none for a while. */
const MOST_DAYS = 7;

interface Window {
  /** Until when its lists were compared, and our payments were. */
  readonly after: Instant;
  readonly compared: Instant;
  readonly until: Instant;
}

/** What the platform lists of a time: all of it, or none, and why. */
export async function gatewayLines(
  deps: Pick<ComparingDeps, 'platform' | 'missed' | 'payments'>,
  { after, compared, until }: Window,
): Promise<{ readonly state: GatewayListState; readonly lines: readonly GatewayPayment[] }> {
  if (!deps.platform) return { state: 'notConnected', lines: [] };
  const transactions: GatewayTransaction[] = [];
  for (const day of daysFrom(after, until)) {
    const listed = await deps.platform.list(day);
    if (listed.state === 'unavailable') {
      deps.missed(listed);
      return { state: listed.reason, lines: [] };
    }
    transactions.push(...listed.transactions);
  }
  const within = transactions.filter(({ at }) => parseInstant(at) > after && parseInstant(at) <= until);
  const late = within.filter(({ at }) => parseInstant(at) <= compared);
  const known = await deps.payments.named(
    late.map(({ transaction }) => ({ gateway: 'platform' as const, transaction })),
  );
  // Compared on a day when the gateway gave no list, and was taken to say the same.
  const before = new Set(known.map(({ transaction, amount }) => `${amount} ${transaction}`));
  const isNew = (line: GatewayTransaction) =>
    !late.includes(line) || !before.has(`${line.amount} ${line.transaction}`);
  return { state: 'given', lines: within.filter(isNew).map(lineOf) };
}

const STATES = { paid: 'paid', open: 'pending', failed: 'failed' } as const;

const lineOf = ({ transaction, reference, amount, at, result }: GatewayTransaction): GatewayPayment => ({
  ...{ gateway: 'platform', transaction, reference, amount, at, state: STATES[result] },
});

function daysFrom(after: Instant, until: Instant): string[] {
  const last = dateOf(until);
  const days = Array.from({ length: MOST_DAYS }, (_, back) => addDays(last, -back));
  return days.filter(day => day >= dateOf(after)).toReversed();
}
