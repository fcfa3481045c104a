import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import { depositName } from '../../domain/money/deposits/deposit-money.ts';
import { dueOf, isUndeposited } from '../../domain/money/deposits/due-of.ts';
import { dayNumberOf, type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { DepositDeps } from './deps.ts';

type Operation = (typeof moneyOperations)['listDeposits'];

/** Most drawers that wait, and deposits, that are shown. */
const WAITING = 500;
const SHOWN = 50;

/**
 * The drawers of a unit that were counted and not paid in, the oldest first, and its last deposits. An officer sees
 * their own; whoever leads the unit, or oversees it, all.
 */
export async function listDeposits(
  deps: DepositDeps,
  { params: { code: unit }, caller, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  const { officer } = await demandUnit(deps.organization, caller, unit, 'deposit.read');
  const onlyOwn = officer.roles.includes('reception') && !officer.roles.includes('leader');
  const [waiting, deposits] = await Promise.all([
    deps.deposits.undeposited(unit, WAITING),
    deps.deposits.of(unit, SHOWN),
  ]);
  const drawers = waiting
    .filter(drawer => isUndeposited(drawer) && (!onlyOwn || drawer.officer === officer.id))
    .map(drawer => waitingOf(drawer, now));
  const own = deposits.filter(({ by }) => !onlyOwn || by === officer.id);
  const payments = await deps.payments.named(own.map(depositName));
  const settled = new Map(payments.map(({ transaction, settledOn }) => [transaction, settledOn]));
  return {
    body: {
      unit,
      undeposited: {
        count: drawers.length,
        due: toDong(drawers.reduce((sum, { due }) => sum + due, 0)),
        oldestDays: drawers[0]?.ageDays ?? null,
        items: drawers,
      },
      deposits: own.map(deposit => ({
        ...deposit,
        settledOn: settled.get(depositName(deposit).transaction) ?? null,
      })),
    },
  };
}

function waitingOf(drawer: CashDrawer, now: Instant) {
  const { id, officer, openedWith, closing } = drawer;
  const closedAt = closing?.at ?? drawer.openedAt;
  return {
    ...{ id, officer, closedAt, openedWith, counted: closing?.counted ?? toDong(0), due: dueOf(drawer) },
    ageDays: Math.max(dayNumberOf(now) - dayNumberOf(parseInstant(closedAt)), 0),
  };
}
