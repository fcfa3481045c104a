import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import type { NoticeFault } from '../../../schemas/stored/payment.ts';
import { readNotice } from '../../domain/money/platform/notice.ts';
import { noticeTaken } from '../../domain/money/platform/notice-answer.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { confirmPayment } from './confirm-payment.ts';
import type { PaymentDeps } from './deps.ts';
import { endRequest } from './end-request.ts';
import { forged, malformed, notConnected } from './notice-refusals.ts';

type Operation = (typeof paymentOperations)['notifyPlatform'];

/** The platform tells of a payment (IPN). Told again, it is the same payment; what nobody signed is counted. */
export async function notifyPlatform(deps: PaymentDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const access = await deps.platformSecret();
  if (!access) throw notConnected();
  const read = readNotice(call.body, access);
  const count = (fault: NoticeFault) => deps.payments.count('platform', dateOf(call.now), fault);
  if (read.verdict === 'forged') {
    await count('forged');
    throw forged();
  }
  if (read.verdict === 'malformed') {
    await count('malformed');
    throw malformed(read.fault);
  }
  const { notice } = read;
  const { reference, transaction, amount, at: paidAt } = notice;
  if (notice.result === 'failed') await endFailed(deps, notice, call.now);
  else {
    const incoming = { gateway: 'platform' as const, transaction, amount, paidAt, reference, purpose: null };
    const outcome = await confirmPayment(deps, incoming, call.now);
    if (outcome === 'differs') {
      await count('differing');
      throw malformed(DIFFERS);
    }
  }
  return { body: noticeTaken(notice, access.secret) };
}

async function endFailed(
  deps: PaymentDeps,
  { reference, code }: { readonly reference: string; readonly code: string },
  now: number,
): Promise<void> {
  const request = await deps.payments.request(reference);
  if (request) await endRequest(deps, request, { ending: 'failed', code }, now);
}

const DIFFERS = {
  vi: 'giao dịch này đã được báo trước đó với số tiền khác',
  en: 'this transaction was told before with another amount',
};
