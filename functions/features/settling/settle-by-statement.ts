import { toDong } from '../../../schemas/money/dong.ts';
import type { TreasuryWay } from '../../../schemas/money/gateway.ts';
import type { StoredPayment } from '../../../schemas/stored/payment.ts';
import type { SettlingOutcome, StoredStatement } from '../../../schemas/stored/statement.ts';
import { type CreditMatch, matchCredits } from '../../domain/money/settlement/match-credits.ts';
import { settledTransfer } from '../../domain/money/settlement/settled-transfer.ts';
import type { StatementLine } from '../../domain/money/statements/statement.ts';
import { dateOf, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { settledPayment } from '../../records/money/payment-items.ts';
import { takenCredit } from '../../records/money/statement-items.ts';
import type { TakenCredit } from '../../records/money/statement-store.ts';
import { transferWrites } from '../../records/money/transfer-items.ts';
import type { SettlingDeps } from './deps.ts';

/** Most payments that are compared with a statement at once, and most of one credit: their names fit into an item. */
const MOST_WAITING = 50_000;
const MOST_OF_CREDIT = 3000;
/** Credits that a transaction can claim. */
const MOST_CREDITS = 90;
const AT_ONCE = 8;

type Name = Readonly<{ gateway: TreasuryWay; transaction: string }>;

/**
 * Settles the payments that a statement shows. Each is settled in a transaction of its own, in which it stops
 * waiting and its money goes from the gateway to the treasury; a credit is claimed before, or with it. Done again,
 * or beside another run, it settles nothing twice and finishes what broke off.
 */
export async function settleByStatement(
  deps: SettlingDeps,
  statement: StoredStatement,
  now: Instant,
): Promise<{ readonly outcome: SettlingOutcome; readonly finished: boolean }> {
  const [credits, before, payments] = await Promise.all([
    deps.statements.credits(statement),
    deps.statements.taken(statement.digest),
    deps.payments.all('UNSETTLED', MOST_WAITING),
  ]);
  const taken = new Set(before.map(({ place }) => place));
  const waiting = new Map(payments.filter(isWaiting).map(payment => [nameOf(payment), payment]));
  const begun = before.map(credit => brokenOff(credit, waiting)).filter(match => match.payments.length > 0);
  const underWay = new Set(begun.flatMap(match => match.payments));
  const found = matchCredits({
    ...{ account: statement.account, credits, taken, today: dateOf(now) },
    payments: [...waiting.values()].filter(payment => !underWay.has(payment)),
  });
  const hasTime = deps.timer();
  const settling: Settling = { deps, statement, credits, now };
  for (const match of begun) await settleEach(settling, match, hasTime);
  const alone = found.filter(isAlone);
  for (let at = 0; at < alone.length && hasTime(); at += AT_ONCE)
    await Promise.all(alone.slice(at, at + AT_ONCE).map(match => settleAlone(settling, match)));
  for (const match of found.filter(match => !isAlone(match) && fits(match)))
    if (hasTime() && (await claim(settling, match))) await settleEach(settling, match, hasTime);
  return { outcome: await outcomeOf(deps, statement, credits), finished: hasTime() };
}

interface Settling {
  readonly deps: SettlingDeps;
  readonly statement: StoredStatement;
  readonly credits: readonly StatementLine[];
  readonly now: Instant;
}

type Match = CreditMatch<StoredPayment>;

const isWaiting = ({ state }: StoredPayment) => state === 'confirmed';
const isAlone = ({ credits, payments }: Match) => credits.length === 1 && payments.length === 1;
const fits = ({ credits, payments }: Match) =>
  credits.length <= MOST_CREDITS && payments.length <= MOST_OF_CREDIT;
const nameOf = ({ gateway, transaction }: Name) => `${gateway}/${transaction}`;
const named = ({ gateway, transaction }: Name) => ({ gateway, transaction });

/** What a credit was to settle that still waits. */
const brokenOff = ({ place, payments }: TakenCredit, waiting: ReadonlyMap<string, StoredPayment>): Match => ({
  credits: [place],
  payments: payments.flatMap(name => waiting.get(nameOf(name)) ?? []),
});

async function settleAlone(settling: Settling, match: Match): Promise<void> {
  const { digest } = settling.statement;
  const claims = match.credits.map(place =>
    takenCredit(digest, place, { payments: match.payments.map(named) }),
  );
  await settling.deps.statements.write([
    ...claims,
    ...match.payments.flatMap(payment => writesOf(settling, match, payment)),
  ]);
}

/** Claims the credits of many payments; false where another run did, or a credit settled something else. */
function claim({ deps, statement }: Settling, { credits, payments }: Match): Promise<boolean> {
  const credit = { payments: payments.map(named) };
  return deps.statements.write(credits.map(place => takenCredit(statement.digest, place, credit)));
}

async function settleEach(settling: Settling, match: Match, hasTime: () => boolean): Promise<void> {
  const { payments } = match;
  for (let at = 0; at < payments.length && hasTime(); at += AT_ONCE)
    await Promise.all(
      payments
        .slice(at, at + AT_ONCE)
        .map(payment => settling.deps.payments.write(writesOf(settling, match, payment))),
    );
}

function writesOf({ statement, credits, now }: Settling, match: Match, payment: StoredPayment) {
  const place = match.credits[0] ?? 0;
  const settledOn = credits[place]?.bookedOn ?? statement.to;
  return [
    settledPayment(payment, { settledOn, statement: `${statement.digest}/${place}` }),
    ...transferWrites([settledTransfer(payment, toRfc3339(now))]),
  ];
}

/** What the statement has settled by now, in this run or before. */
async function outcomeOf(
  { payments, statements }: SettlingDeps,
  { digest }: StoredStatement,
  credits: readonly StatementLine[],
): Promise<SettlingOutcome> {
  const taken = await statements.taken(digest);
  const places = new Set(taken.map(({ place }) => place));
  const names = new Map(taken.flatMap(credit => credit.payments).map(name => [nameOf(name), name]));
  const found = await payments.named([...names.values()]);
  const settled = found.filter(({ statement }) => statement?.startsWith(`${digest}/`));
  const left = credits.filter((_, place) => !places.has(place));
  return { settled: totalOf(settled), notMatched: totalOf(left) };
}

const totalOf = (things: readonly { readonly amount: number }[]) => ({
  count: things.length,
  amount: toDong(things.reduce((sum, { amount }) => sum + amount, 0)),
});
