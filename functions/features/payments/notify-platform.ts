import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import { readNotice } from '../../domain/money/platform/notice.ts';
import { noticeTaken } from '../../domain/money/platform/notice-answer.ts';
import type { Reply, SentCall } from '../../kernel/http/call.ts';
import type { PaymentDeps } from './deps.ts';
import { endedBy, endRequest } from './end-request.ts';
import { notConnected, refuseNotice, takeIn } from './notices.ts';

type Operation = (typeof paymentOperations)['notifyPlatform'];

/** The platform tells of a payment (IPN). Told again, it is the same payment; what nobody signed is counted. */
export async function notifyPlatform(
  deps: PaymentDeps,
  call: SentCall<Operation>,
): Promise<Reply<Operation>> {
  const access = await deps.platformSecret();
  if (!access) throw notConnected();
  const told = { gateway: 'platform', ip: call.sender.ip, claimed: call.body['MaThamChieu'] } as const;
  const read = readNotice(call.body, access);
  if (read.verdict !== 'genuine') return refuseNotice(deps, told, read, call.now);
  const { notice } = read;
  const { result, reference, transaction, amount, at: paidAt } = notice;
  if (result === 'failed') await endFailed(deps, notice, call.now);
  else {
    const incoming = { gateway: 'platform', transaction, amount, paidAt, reference, purpose: null } as const;
    await takeIn(deps, incoming, told, call.now);
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
