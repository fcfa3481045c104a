import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { gateway } from '../../../schemas/money/gateway.ts';
import type { Account } from '../../../schemas/money/transfer.ts';
import { accountsOf } from '../../domain/money/transfers/accounts.ts';
import { pendingOf } from '../../domain/money/transfers/pending.ts';
import { type Kept, unitSums } from '../../domain/money/transfers/unit-sums.ts';
import { addDays, dateOf } from '../../domain/vietnam-time.ts';
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
  const days = daysOf(from, to);
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
  return [...Object.values(accounts), ...gateway.options.map(transit)];
}

function daysOf(from: string, to: string): string[] {
  if (from > to)
    throw new ProblemError(
      'parameter-invalid',
      { vi: 'Kỳ kết thúc trước khi bắt đầu.', en: 'The period ends before it begins.' },
      {
        faults: [
          {
            pointer: '/to',
            message: { vi: 'không được trước ngày “from”', en: 'must not be before “from”' },
          },
        ],
      },
    );
  if (addDays(from, MOST_DAYS) <= to)
    throw new ProblemError('period-too-long', {
      vi: `Kỳ này dài hơn ${MOST_DAYS} ngày: hãy chọn kỳ ngắn hơn.`,
      en: `This period has more than ${MOST_DAYS} days: choose a shorter one.`,
    });
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
