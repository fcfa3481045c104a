import type { paymentOperations } from '../../../schemas/api/operations/payments.ts';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../../../schemas/outside/bank-notice.ts';
import {
  type BankNoticeRead,
  type Credit,
  readBankNotice,
} from '../../domain/money/bank-transfers/bank-notice.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Reply, SentCall } from '../../kernel/http/call.ts';
import { confirmPayment } from './confirm-payment.ts';
import type { PaymentDeps } from './deps.ts';
import { forged, malformed, notConnected } from './notice-refusals.ts';

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
  const read = readBankNotice({ body, signature, timestamp }, named?.secret ?? '', call.now);
  const credit = await believed(deps, read, call.now);
  const outcome = await confirmPayment(deps, incomingOf(credit), call.now);
  if (outcome === 'differs') {
    await deps.payments.count('bank', dateOf(call.now), 'differing');
    throw malformed(DIFFERS);
  }
  return { body: { taken: true } };
}

/** The credit that a genuine notice tells of; any other is counted and refused. */
async function believed(deps: PaymentDeps, read: BankNoticeRead, now: number): Promise<Credit> {
  if (read.verdict === 'genuine') return read.credit;
  await deps.payments.count('bank', dateOf(now), read.verdict);
  throw read.verdict === 'forged' ? forged() : malformed(read.fault);
}

const incomingOf = ({ id, account, amount, bookedAt, purpose }: Credit) => ({
  gateway: 'bank' as const,
  transaction: `${account}/${id}`.slice(0, 100),
  amount,
  paidAt: bookedAt,
  reference: null,
  purpose,
});

const DIFFERS = {
  vi: 'bút toán này đã được báo trước đó với số tiền khác',
  en: 'this entry was told before with another amount',
};
