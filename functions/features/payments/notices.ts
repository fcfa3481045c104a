import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Gateway } from '../../../schemas/money/gateway.ts';
import { claimedName, type NoticeFault } from '../../../schemas/money/refused-notice.ts';
import type { Words } from '../../../schemas/words.ts';
import { dateOf, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { networkOf } from '../../kernel/http/network-of.ts';
import { confirmPayment, type Incoming } from './confirm-payment.ts';
import type { ConfirmingDeps, PaymentDeps } from './deps.ts';

/** Why a notice is not believed, as its reader says it. */
export type Disbelief =
  | { readonly verdict: 'forged' }
  | { readonly verdict: 'stale' | 'malformed'; readonly fault: Words };

/** Who told of what, as far as a refusal keeps it. */
export interface Told {
  readonly gateway: Gateway;
  readonly ip: string;
  /** By what name the notice says it is known; anything at all. */
  readonly claimed: unknown;
}

type RefusingDeps = Pick<PaymentDeps, 'payments' | 'refused'>;

/** Counts and keeps a notice that is not believed, and refuses it. */
export async function refuseNotice(
  deps: RefusingDeps,
  told: Told,
  why: Disbelief,
  now: Instant,
): Promise<never> {
  await keepRefused(deps, told, why.verdict, now);
  throw why.verdict === 'forged' ? forged() : malformed(why.fault);
}

/** Takes in the money that a genuine notice tells of; told before with another amount, it is kept and refused. */
export async function takeIn(
  deps: ConfirmingDeps & RefusingDeps,
  incoming: Incoming,
  told: Told,
  now: Instant,
): Promise<void> {
  if ((await confirmPayment(deps, incoming, now)) !== 'differs') return;
  await keepRefused(deps, told, 'differing', now);
  throw malformed(DIFFERS);
}

async function keepRefused(
  { payments, refused }: RefusingDeps,
  { gateway, ip, claimed }: Told,
  fault: NoticeFault,
  now: Instant,
): Promise<void> {
  const name = claimedName.safeParse(claimed);
  const kept = { gateway, at: toRfc3339(now), fault, claimed: name.data ?? null, source: networkOf(ip) };
  await Promise.all([payments.count(gateway, dateOf(now), fault), refused.keep(kept)]);
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
