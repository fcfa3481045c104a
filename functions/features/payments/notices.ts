import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Gateway } from '../../../schemas/money/gateway.ts';
import type { Words } from '../../../schemas/words.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import { confirmPayment, type Incoming } from './confirm-payment.ts';
import type { ConfirmingDeps } from './deps.ts';

/** Why a notice is not believed, as its reader says it. */
export type Disbelief =
  | { readonly verdict: 'forged' }
  | { readonly verdict: 'stale' | 'malformed'; readonly fault: Words };

/** Counts a notice that is not believed, and refuses it. */
export async function refuseNotice(
  { payments }: Pick<ConfirmingDeps, 'payments'>,
  gateway: Gateway,
  why: Disbelief,
  now: Instant,
): Promise<never> {
  await payments.count(gateway, dateOf(now), why.verdict);
  throw why.verdict === 'forged' ? forged() : malformed(why.fault);
}

/** Takes in the money that a genuine notice tells of; told before with another amount, it is counted and refused. */
export async function takeIn(deps: ConfirmingDeps, incoming: Incoming, now: Instant): Promise<void> {
  if ((await confirmPayment(deps, incoming, now)) !== 'differs') return;
  await deps.payments.count(incoming.gateway, dateOf(now), 'differing');
  throw malformed(DIFFERS);
}

export const notConnected = () =>
  new ProblemError('gateway-unavailable', {
    vi: 'Hệ thống chưa được cấu hình để nhận thông báo này.',
    en: 'This deployment is not set up to take such notices.',
  });

const forged = () =>
  new ProblemError('notice-forged', {
    vi: 'Chữ ký hoặc mã xác thực của thông báo không đúng.',
    en: 'The signature or check code of the notice is wrong.',
  });

const malformed = (message: Words) =>
  new ProblemError(
    'request-invalid',
    { vi: 'Không đọc được thông báo thanh toán.', en: 'The notice of payment cannot be read.' },
    { faults: [{ pointer: '', message }] },
  );

const DIFFERS: Words = {
  vi: 'khoản tiền này đã được báo trước đó với số tiền khác',
  en: 'this money was told of before with another amount',
};
