import type { StoredPayment } from '../../../schemas/stored/payment.ts';
import { addDays, dateOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import { compareDay } from './compare-day.ts';
import type { ComparingDeps, SettlingDeps } from './deps.ts';
import { settleByStatement } from './settle-by-statement.ts';

/** Days after a payment on which its credit is looked for, and most days that are looked at by a night. */
const FOLLOWING = 7;
const MOST_DAYS = 200;
const MOST_WAITING = 50_000;

/** What a night came to. */
export interface Night {
  readonly statements: number;
  readonly unfinished: number;
  readonly differences: number;
  readonly kept: boolean;
}

/**
 * Once a night: settles what a statement shows that was loaded before its payment was told of, assigned, or settled to
 * the end; then compares the day and keeps what came of it, once.
 */
export async function settleAtNight(deps: SettlingDeps & ComparingDeps, now: Instant): Promise<Night> {
  const waiting = await deps.payments.all('UNSETTLED', MOST_WAITING);
  const digests = await deps.statements.onDays(daysAfter(waiting, dateOf(now)));
  let unfinished = 0;
  for (const digest of digests) {
    const statement = await deps.statements.find(digest);
    if (!statement) continue;
    const { outcome, finished } = await settleByStatement(deps, statement, now);
    if (finished) await deps.statements.finish(digest, outcome);
    else unfinished++;
  }
  const day = dateOf(now);
  const settled = { statements: digests.length, unfinished };
  if (await deps.reconciliations.find(day)) return { ...settled, differences: 0, kept: false };
  const { run, result } = await compareDay(deps, day, now);
  const differences = {
    open: result.differences.map(creditsOnly),
    cleared: result.cleared.map(creditsOnly),
  };
  const kept = await deps.reconciliations.keep(run, differences);
  return { ...settled, differences: differences.open.length, kept };
}

/** The days on which the treasury may have the money of payments. */
function daysAfter(payments: readonly StoredPayment[], today: string): string[] {
  const paid = new Set(payments.map(({ paidAt }) => dateOf(parseInstant(paidAt))));
  const days = [...paid].flatMap(day =>
    Array.from({ length: FOLLOWING + 2 }, (_, index) => addDays(day, index - 1)),
  );
  return [...new Set(days)]
    .filter(day => day <= today)
    .toSorted()
    .slice(0, MOST_DAYS);
}

type Difference = Awaited<ReturnType<typeof compareDay>>['result']['differences'][number];

/** As it is kept: the comparison takes credits alone. */
const creditsOnly = (difference: Difference) => ({
  ...difference,
  ours: [...difference.ours],
  gateway: [...difference.gateway],
  treasury: difference.treasury.map(credit => ({ ...credit, direction: 'credit' as const })),
});
