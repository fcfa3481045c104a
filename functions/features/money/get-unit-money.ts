import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import { treasuryWay } from '../../../schemas/money/gateway.ts';
import type { Account } from '../../../schemas/money/transfer.ts';
import { accountsOf } from '../../domain/money/transfers/accounts.ts';
import { pendingOf } from '../../domain/money/transfers/pending.ts';
import { type Kept, unitSums } from '../../domain/money/transfers/unit-sums.ts';
import { daysOfPeriod, demandForwards, demandShort } from '../../domain/period.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { MoneyDeps } from './deps.ts';

type Operation = (typeof moneyOperations)['getUnitMoney'];

/** Days of a period at most: every day of every account is read. */
const MOST_DAYS = 31;

/** The accounts of a unit in a period; today where no day is named. */
export async function getUnitMoney(deps: MoneyDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { code: unit } = call.params;
  await demandUnit(deps.organization, call.caller, unit, 'money.read');
  const to = call.query.to ?? dateOf(call.now);
  const from = call.query.from ?? to;
  demandForwards({ from, to });
  demandShort({ from, to }, MOST_DAYS);
  const days = daysOfPeriod({ from, to });
  const kept: Kept[] = [];
  for (const account of ownAccounts(unit)) {
    const read = days.map(async day =>
      (await deps.transfers.ofDay(account, day)).map(transfer => ({ account, day, transfer })),
    );
    kept.push(...(await Promise.all(read)).flat());
  }
  const pending = pendingOf(kept.map(({ transfer }) => transfer));
  return {
    body: {
      unit,
      from,
      to,
      ...sumsOf(unit, kept),
      pending: pending.map(({ at, kind, dossier, amount }) => ({ at, kind, dossier, amount })),
    },
  };
}

function sumsOf(unit: string, kept: readonly Kept[]) {
  const { accounts, balanced } = unitSums(unit, kept);
  return { accounts: accounts.map(each => ({ ...each, days: [...each.days] })), balanced };
}

function ownAccounts(unit: string): Account[] {
  const { transit, ...accounts } = accountsOf(unit);
  return [...Object.values(accounts), ...treasuryWay.options.map(transit)];
}
