import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import { readNotice } from '../../domain/money/platform/notice.ts';
import { noticeTaken } from '../../domain/money/platform/notice-answer.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { PaymentDeps } from './deps.ts';
import { endedBy, endRequest } from './end-request.ts';
import { notConnected, refuseNotice, takeIn } from './notices.ts';

type Operation = (typeof paymentOperations)['notifyPlatform'];

/** The platform tells of a payment (IPN). Told again, it is the same payment; what nobody signed is counted. */
export async function notifyPlatform(deps: PaymentDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const access = await deps.platformSecret();
  if (!access) throw notConnected();
  const read = readNotice(call.body, access);
  if (read.verdict !== 'genuine') return refuseNotice(deps, 'platform', read, call.now);
  const { notice } = read;
  const { result, reference, transaction, amount, at: paidAt } = notice;
  if (result === 'failed') await endFailed(deps, notice, call.now);
  else {
    const incoming = { gateway: 'platform', transaction, amount, paidAt, reference, purpose: null } as const;
    await takeIn(deps, incoming, call.now);
  }
  return { body: noticeTaken(notice, access.secret) };
}

async function endFailed(
  deps: PaymentDeps,
  { reference, code }: { readonly reference: string; readonly code: string },
  now: number,
): Promise<void> {
  const request = await deps.payments.request(reference);
  if (request) await endRequest(deps, request, endedBy(code), now);
}
