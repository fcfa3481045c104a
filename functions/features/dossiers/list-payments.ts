import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['listPayments'];

/** The fee, the amount due, and every recorded payment, from the ledger. */
export async function listPayments(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const ledger = head.money === 'paid' ? await soundLedger(deps.dossiers, head) : [];
  const payments = ledger.flatMap(({ at, data }) =>
    data.type === 'paid' ? [{ at, amount: data.amount, method: data.method, receipt: data.receipt }] : [],
  );
  return { body: { money: head.money, fee: head.fee, amountDue: head.amountDue, payments } };
}
