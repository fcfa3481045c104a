import type { receiptOperations } from '../../../schemas/api/operations/receipts.ts';
import { retryReceipt as retried } from '../../domain/money/receipts/request-receipt.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { changeAsOfficer } from '../../records/dossiers/change-as-officer.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { requestRetried } from '../../records/money/receipt-request-items.ts';
import type { ReceiptDeps } from './deps.ts';

type Operation = (typeof receiptOperations)['retryReceipt'];

/** Asks a provider again for a receipt that it refused; what is sent is made anew of what the dossier says now. */
export async function retryReceipt(deps: ReceiptDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { params, now } = call;
  return changeAsOfficer<Reply<Operation>['body']>(deps, call, {
    action: 'dossier.correctReceipt',
    roles: ['reception', 'leader'],
    decide: async head => retried(await soundLedger(deps.dossiers, head), params.id),
    money: [requestRetried(params.id, toRfc3339(now))],
    answer: ({ code, version }) => ({ dossier: code, request: params.id, state: 'requested', version }),
  });
}
