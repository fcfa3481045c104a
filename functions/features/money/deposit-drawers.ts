import type { moneyOperations } from '../../../schemas/api/operations/money.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { CashDeposit } from '../../../schemas/money/deposit.ts';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import { depositName } from '../../domain/money/deposits/deposit-money.ts';
import { depositedAlready, newDeposit } from '../../domain/money/deposits/new-deposit.ts';
import { accountDigits } from '../../domain/money/settlement/name-at-bank.ts';
import { collectorOf } from '../../domain/organization/collector-of.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { demandAnother } from '../../records/organization/demand-another.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import type { DepositDeps } from './deps.ts';

type Operation = (typeof moneyOperations)['depositDrawers'];

/**
 * Records that the cash of closed drawers was paid in (nộp tiền mặt vào tài khoản): one’s own, or as a leader any of
 * the unit. Where another amount was paid in than is due, somebody else says why than whose drawers they are.
 */
export async function depositDrawers(
  deps: DepositDeps,
  { params: { code: unit }, body, caller, now }: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { officer, units } = await demandUnit(deps.organization, caller, unit, 'drawer.deposit');
  const id = attempt.id('dp_');
  const before = attempt.again ? await deps.deposits.find(unit, id) : undefined;
  if (before) return { body: { ...before, settledOn: null } };
  const drawers = await ownDrawers(deps, unit, body.drawers, officer);
  const collector = collectorOf(units, unit);
  if (!collector) throw noAccount();
  const { amount, slip, paidInOn, reason } = body;
  const account = accountDigits(collector.account.number);
  const deposit = newDeposit(drawers, {
    id,
    unit,
    amount,
    slip,
    account,
    paidInOn,
    reason,
    by: officer.id,
    now,
  });
  if (deposit.difference !== 0)
    for (const holder of new Set(drawers.map(drawer => drawer.officer)))
      await demandAnother(deps, holder, officer, SOMEBODY_ELSE);
  if (!(await deps.deposits.keep(deposit, drawers))) throw await whyNot(deps, deposit);
  return { body: { ...deposit, settledOn: null } };
}

async function ownDrawers(
  { deposits }: Pick<DepositDeps, 'deposits'>,
  unit: string,
  ids: readonly string[],
  officer: OfficerPrincipal,
): Promise<CashDrawer[]> {
  const drawers = await deposits.drawers(unit, [...new Set(ids)]);
  const all = officer.roles.includes('leader');
  if (drawers.length < new Set(ids).size) throw nothingHere();
  if (!all && drawers.some(drawer => drawer.officer !== officer.id)) throw nothingHere();
  return drawers;
}

/** Which of the two it was: the slip is told of, or somebody else changed a drawer. */
async function whyNot(
  { payments }: Pick<DepositDeps, 'payments'>,
  deposit: CashDeposit,
): Promise<ProblemError> {
  const [told] = await payments.named([depositName(deposit)]);
  return told ? toldAlready() : depositedAlready();
}

const SOMEBODY_ELSE = {
  vi: 'Số tiền nộp khác số đã kiểm đếm trong két của ông/bà: phải để lãnh đạo khác ghi nhận.',
  en: 'Another amount was paid in than was counted in your drawer: a leader other than you must record it.',
};

const toldAlready = (): ProblemError =>
  new ProblemError('state-conflict', {
    vi: 'Giấy nộp tiền này đã được ghi nhận: mỗi giấy chỉ ghi nhận một lần.',
    en: 'This slip is recorded already: each is recorded once.',
  });

const noAccount = (): ProblemError =>
  new ProblemError('state-conflict', {
    vi: 'Đơn vị chưa công bố cơ quan thu và tài khoản thu nên chưa ghi nhận được việc nộp tiền.',
    en: 'No collecting body with an account is published for this unit: nothing can be paid in.',
  });
