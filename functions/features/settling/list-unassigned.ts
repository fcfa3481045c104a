import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import type { Gateway } from '../../../schemas/money/gateway.ts';
import type { StoredPayment } from '../../../schemas/stored/payment.ts';
import { ageOf } from '../../domain/money/settlement/waiting-payments.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { type AccessDeps, recordReads } from '../../records/audit-log/record-reads.ts';
import { demandTreasurer } from './demand-treasurer.ts';
import type { AssigningDeps } from './deps.ts';

type Operation = (typeof settlingOperations)['listUnassigned'];

const SHOWN = 200;

/**
 * Money that names no dossier, for whoever finds out whose it is. What payers wrote may name them: that it was shown is
 * recorded, though nobody can say of whom.
 */
export async function listUnassigned(
  deps: Pick<AssigningDeps, 'agency' | 'payments'> & AccessDeps,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  demandTreasurer(deps, call.caller, 'settlement.read');
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
      ageDays: ageOf(payment, call.now),
      purpose: payment.purpose ?? null,
      reference: payment.reference,
    }));
  if (items.length > 0)
    await recordReads(deps, {
      ...call,
      operation: 'listUnassigned',
      parts: ['unassignedMoney'],
      dossiers: [],
      asked: `payments=${items.length}`,
    });
  return { body: { items, more: found.length > SHOWN } };
}

/** Cash of drawers is never nobody’s. */
const isNobodys = (payment: StoredPayment): payment is StoredPayment & { readonly gateway: Gateway } =>
  payment.state === 'unassigned' && payment.gateway !== 'deposit';
