import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import type { Gateway } from '../../../schemas/money/gateway.ts';
import type { StoredPayment } from '../../../schemas/stored/payment.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandTreasurer } from './demand-treasurer.ts';
import type { AssigningDeps } from './deps.ts';
import { ageOf } from './list-unsettled.ts';

type Operation = (typeof settlingOperations)['listUnassigned'];

const SHOWN = 200;

/** Money that names no dossier, for whoever finds out whose it is. */
export async function listUnassigned(
  deps: Pick<AssigningDeps, 'agency' | 'payments'>,
  { caller, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  demandTreasurer(deps, caller, 'settlement.read');
  const found = await deps.payments.listed('UNASSIGNED', SHOWN + 1);
  const items = found
    .slice(0, SHOWN)
    .filter(isNobodys)
    .map(payment => ({
      gateway: payment.gateway,
      transaction: payment.transaction,
      key: Buffer.from(payment.transaction).toString('base64url'),
      amount: payment.amount,
      paidAt: payment.paidAt,
      ageDays: ageOf(payment, now),
      purpose: payment.purpose ?? null,
      reference: payment.reference,
    }));
  return { body: { items, more: found.length > SHOWN } };
}

/** Cash of drawers is never nobody’s. */
const isNobodys = (payment: StoredPayment): payment is StoredPayment & { readonly gateway: Gateway } =>
  payment.state === 'unassigned' && payment.gateway !== 'deposit';
