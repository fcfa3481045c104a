import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { isOwed } from '../../domain/money/account/money-state.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['listPayments'];

/** The fee, the amount due, and every recorded payment, from the ledger. */
export async function listPayments(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const [ledger, keyring] = await Promise.all([
    head.money === 'none' || head.money === 'due' ? [] : soundLedger(deps.dossiers, head),
    deps.keyring(),
  ]);
  const link = isOwed(head.money) ? `/pay?code=${head.code}&key=${keyring.paymentKey(head.code)}` : null;
  const payments = ledger.flatMap(({ at, data }) =>
    data.type === 'paid' ? [{ at, amount: data.amount, method: data.method, receipt: data.receipt }] : [],
  );
  return { body: { money: head.money, link, fee: head.fee, amountDue: head.amountDue, payments } };
}
