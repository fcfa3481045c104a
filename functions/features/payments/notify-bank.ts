import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../../../schemas/outside/bank-notice.ts';
import { type Credit, readBankNotice } from '../../domain/money/bank-transfers/bank-notice.ts';
import type { Reply, SentCall } from '../../kernel/http/call.ts';
import type { Incoming } from './confirm-payment.ts';
import type { PaymentDeps } from './deps.ts';
import { notConnected, refuseNotice, takeIn } from './notices.ts';

type Operation = (typeof paymentOperations)['notifyBank'];

/**
 * A bank tells of money that came in on an account, by a VietQR code or typed. The key is that of the account which it
 * names: who may tell of one account may not tell of another.
 */
export async function notifyBank(deps: PaymentDeps, call: SentCall<Operation>): Promise<Reply<Operation>> {
  const known = await deps.bankSecrets();
  if (!known) throw notConnected();
  const named = known.accounts.find(({ account }) => account === call.body['account']);
  const { headers, text: body } = call.sender;
  const [signature, timestamp] = [headers[SIGNATURE_HEADER] ?? '', headers[TIMESTAMP_HEADER] ?? ''];
  const told = { gateway: 'bank', ip: call.sender.ip, claimed: call.body['id'] } as const;
  const read = readBankNotice({ body, signature, timestamp }, named?.secret ?? '', call.now);
  if (read.verdict !== 'genuine') return refuseNotice(deps, told, read, call.now);
  await takeIn(deps, incomingOf(read.credit), told, call.now);
  return { body: { taken: true } };
}

const incomingOf = ({ id, account, amount, bookedAt, purpose }: Credit): Incoming => ({
  gateway: 'bank',
  transaction: `${account}/${id}`.slice(0, 100),
  amount,
  paidAt: bookedAt,
  reference: null,
  purpose,
});
