import type { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { ReadingDeps } from './deps.ts';
import { findDossier } from './find-dossier.ts';

type Operation = (typeof dossierOperations)['listPayments'];

/** Entries of a ledger read at once when looking for payments. */
const PAGE = 500;

/** The fee, what is due, and every payment recorded, from the ledger. */
export async function listPayments(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const payments: Reply<Operation>['body']['payments'] = [];
  for (let after = 0; head.money === 'paid' && after < head.version; after += PAGE) {
    for (const { at, data } of await deps.dossiers.events(head.code, after, PAGE)) {
      if (data.type === 'paid')
        payments.push({ at, amount: data.amount, method: data.method, receipt: data.receipt });
    }
  }
  return { body: { money: head.money, fee: head.fee, amountDue: head.amountDue, payments } };
}
