import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { Reply, SentCall } from '../../kernel/http/call.ts';
import { underWay } from '../../records/commands/repeats.ts';
import { askOne } from './ask-payments.ts';
import type { PaymentDeps } from './deps.ts';
import { dossierByKey } from './dossier-by-key.ts';
import { keepRequest, openRequest } from './keep-request.ts';
import { OPENING } from './queued.ts';
import { sendOpening } from './send-opening.ts';

type Operation = (typeof paymentOperations)['openPayment'];

/**
 * Opens a payment at the platform. One that is open and whose page is known is given again. Where the platform does
 * not answer, the request is queued: it has no page yet, and is sent again on the schedule, or when somebody asks.
 */
export async function openPayment(deps: PaymentDeps, call: SentCall<Operation>): Promise<Reply<Operation>> {
  const { platform } = deps;
  const head = await dossierByKey(deps, call.params);
  if (!platform) throw unavailable();
  const { request, fresh } = await keepRequest(deps, head.code, call.now);
  if (request.payAt) return { body: bodyOf(request) };
  if (fresh) {
    const sent = await sendOpening({ ...deps, platform }, { head, request }, call.now, call.sender.ip);
    return replyTo(sent);
  }
  // Another request opens it at this moment: its answer is soon there.
  if (call.now < parseInstant(request.openedAt) + OPENING) throw underWay();
  await askOne(deps, request, call.now);
  const after = await deps.dossiers.find(head.code);
  return replyTo(after && (await openRequest(deps, after.head, call.now)));
}

function replyTo(request: StoredPaymentRequest | undefined): Reply<Operation> {
  if (!request || request.state === 'ended') throw unavailable();
  return { body: bodyOf(request) };
}

const bodyOf = ({ dossier, reference, amount, payAt, expiresAt }: StoredPaymentRequest) => ({
  dossier,
  reference,
  amount,
  payAt,
  expiresAt,
});

function unavailable(): ProblemError {
  return new ProblemError('gateway-unavailable', {
    vi: 'Nền tảng thanh toán quốc gia hiện không nhận khoản này. Ông/bà có thể nộp bằng mã VietQR trên trang này, hoặc thử lại sau; khoản đã nộp không bị mất.',
    en: 'The national payment platform does not take this payment now. Pay by the VietQR code on this page, or try again later; nothing that was paid is lost.',
  });
}
