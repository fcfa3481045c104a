import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { receivePayment } from '../../domain/dossier/decisions/receive-payment.ts';
import { accountOf } from '../../domain/money/account/account-of.ts';
import { assignedTransfer } from '../../domain/money/settlement/settled-transfer.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { demandNotOwn } from '../../domain/rights/own-dossier.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { assignedPayment } from '../../records/money/payment-items.ts';
import { transferWrites } from '../../records/money/transfer-items.ts';
import { demandTreasurer, roleOf } from './demand-treasurer.ts';
import type { AssigningDeps } from './deps.ts';

type Operation = (typeof settlingOperations)['assignPayment'];
type Body = Reply<Operation>['body'];

/**
 * Gives money of nobody to a dossier (gán khoản tạm giữ): in one transaction it leaves the accounts of the unit that
 * held it, the dossier's ledger says that it was paid, and it waits for the treasury like any other payment.
 */
export async function assignPayment(deps: AssigningDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const officer = demandTreasurer(deps, call.caller, 'settlement.manage');
  const { gateway, transaction } = call.params;
  const { dossier, reason } = call.body;
  const body = await changeDossier<Body>(deps, {
    code: dossier,
    actor: actorOf(officer, await deps.keyring(), roleOf(officer)),
    now: () => call.now,
    repeat: call.repeat,
    async decide(context) {
      demandNotOwn(context.head, officer);
      const payment = await deps.payments.payment(gateway, transaction);
      if (!payment) throw nothingHere();
      const { amount } = payment;
      const answer: Body = { gateway, transaction, dossier, amount };
      if (payment.state !== 'unassigned') {
        if (payment.dossier === dossier) return { stands: answer };
        throw assignedAlready();
      }
      const { unit } = accountOf(context.head);
      const at = toRfc3339(context.now);
      return {
        events: receivePayment(context, { amount, method: 'online', receipt: null, gateway, transaction }),
        beside: {
          money: [
            assignedPayment(payment, { dossier, unit }, { by: officer.id, at, reason }),
            ...transferWrites([assignedTransfer(payment, dossier, at, officer.id)]),
          ],
        },
        answer: () => answer,
      };
    },
    tell: ({ head }) => deps.wake(head),
  });
  return { body };
}

const assignedAlready = () =>
  new ProblemError('state-conflict', {
    vi: 'Khoản tiền này đã thuộc một hồ sơ khác: hãy tải lại danh sách.',
    en: 'This money belongs to another dossier already: load the list again.',
  });
