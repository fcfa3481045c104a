import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { owesTreasury } from '../../domain/land-tax/treasury-debt.ts';
import { treasuryView } from '../../domain/land-tax/treasury-view.ts';
import { accountOf, owedOf, refundableOf } from '../../domain/money/account/account-of.ts';
import { isOwed } from '../../domain/money/account/money-state.ts';
import { paymentsOf, requestsOf } from '../../domain/money/history/payments.ts';
import { refundsOf } from '../../domain/money/history/refunds.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['listPayments'];

/** The fee and what became of it: payments, requests for payment and refunds, from the ledger. */
export async function listPayments(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const account = accountOf(head);
  // Without an account, only the plain entry “paid” of earlier ledgers tells of money.
  const moved = head.account !== null || head.money === 'paid';
  const [ledger, keyring] = await Promise.all([
    moved ? soundLedger(deps.dossiers, head) : [],
    deps.keyring(),
  ]);
  return {
    body: {
      money: head.money,
      link:
        isOwed(head.money) || owesTreasury(head.landTax)
          ? `/pay?code=${head.code}&key=${keyring.paymentKey(head.code)}`
          : null,
      fee: head.fee,
      amountDue: head.amountDue,
      owed: owedOf(account),
      held: account.held,
      refundable: { held: refundableOf(account, 'held'), received: refundableOf(account, 'received') },
      treasury: treasuryView(head.landTax, call.language),
      payments: paymentsOf(ledger),
      requests: requestsOf(ledger, account),
      refunds: refundsOf(ledger),
    },
  };
}
