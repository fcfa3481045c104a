import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { CashDeposit } from '../../../../schemas/money/deposit.ts';
import { type Dong, toDong } from '../../../../schemas/money/dong.ts';
import type { CashDrawer } from '../../../../schemas/money/drawer.ts';
import { dateOf, type Instant, parseInstant, toRfc3339 } from '../../vietnam-time.ts';
import { dueOf } from './due-of.ts';
import { invalidDay, unexplained } from './refusals.ts';

/** What an officer says was paid in. */
export interface PaidIn {
  readonly id: string;
  readonly unit: string;
  readonly amount: Dong;
  readonly slip: string;
  readonly account: string;
  readonly paidInOn: string;
  readonly reason: string | undefined;
  readonly by: string;
  readonly now: Instant;
}

/**
 * The deposit of drawers (nộp tiền mặt vào tài khoản). Refused where one is still open or paid in already, where the
 * day is to come or before the last of them was counted, and where the amount is another than what is due and no reason
 * is given.
 */
export function newDeposit(drawers: readonly CashDrawer[], paidIn: PaidIn): CashDeposit {
  const { amount, reason, paidInOn, now } = paidIn;
  const closings = drawers.map(({ closing, deposit }) => {
    if (!closing) throw stillOpen();
    if (deposit) throw depositedAlready();
    return closing;
  });
  if (paidInOn > dateOf(now)) throw invalidDay(TO_COME);
  if (closings.some(({ at }) => dateOf(parseInstant(at)) > paidInOn)) throw invalidDay(BEFORE_COUNT);
  const due = toDong(drawers.reduce((sum, drawer) => sum + dueOf(drawer), 0));
  const difference = amount - due;
  if (difference !== 0 && reason === undefined) throw unexplained(due, difference);
  const { id, unit, slip, account, by } = paidIn;
  return {
    ...{ id, unit, drawers: drawers.map(drawer => drawer.id), due, amount, difference },
    ...{ reason: reason ?? null, slip, account, paidInOn, at: toRfc3339(now), by },
  };
}

export const depositedAlready = (): ProblemError =>
  new ProblemError('state-conflict', {
    vi: 'Có két đã được ghi nhận nộp tiền: hãy tải lại danh sách.',
    en: 'One of the drawers was paid in already: read the list again.',
  });

const stillOpen = (): ProblemError =>
  new ProblemError('state-conflict', {
    vi: 'Có két chưa đóng: hãy kiểm đếm và đóng két trước khi nộp tiền.',
    en: 'One of the drawers is still open: count and close it first.',
  });

const TO_COME = { vi: 'không được sau hôm nay', en: 'must not be after today' };
const BEFORE_COUNT = {
  vi: 'không được trước ngày đóng két',
  en: 'must not be before the drawer was closed',
};
