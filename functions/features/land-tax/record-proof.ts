import type { landTaxOperations } from '../../../schemas/api/operations/land-tax.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { TaxMessage } from '../../../schemas/outside/tax-office.ts';
import { waitingTask } from '../../domain/dossier/waiting.ts';
import { payLandTax } from '../../domain/land-tax/pay.ts';
import { digestOfMessage, nameOfMessage } from '../../domain/land-tax/read-message.ts';
import { dateOf, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { DossierContext } from '../../records/dossiers/change-dossier.ts';
import { newMessage } from '../../records/land-tax/land-tax-items.ts';
import { changeAsHolder } from './as-holder.ts';
import type { LandTaxDeps } from './deps.ts';

type Operation = (typeof landTaxOperations)['recordLandProof'];

/**
 * An officer accepts the citizen's document: the tax office need not tell of this payment. Should it do so after all,
 * by the same document, it is known.
 */
export async function recordLandProof(deps: LandTaxDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { notice, document, amount, paidOn } = call.body;
  if (paidOn > dateOf(call.now)) throw inFuture();
  return changeAsHolder<Reply<Operation>['body']>(deps, call, {
    taskOf,
    async decide(context) {
      const { code, landTax } = context.head;
      if (!landTax) throw nothingAsked();
      const { slip } = landTax;
      const message: TaxMessage = { type: 'payment', slip, dossier: code, notice, document, amount, paidOn };
      const { kind, number } = nameOfMessage(message);
      const events = payLandTax(context, { slip, notice, document, amount, paidOn, source: 'officer' });
      if (await deps.landTax.message(kind, number)) throw recorded();
      const stored = { slip, digest: digestOfMessage(message), at: toRfc3339(context.now) };
      return {
        events,
        beside: { landTax: [newMessage(kind, number, stored)] },
        answer: ({ head: { version } }) => ({ dossier: code, slip, version }),
      };
    },
  });
}

function taskOf({ head }: DossierContext): PlannedTask {
  const task = waitingTask(head);
  if (!task) throw nothingAsked();
  return task;
}

const nothingAsked = () =>
  new ProblemError('state-conflict', {
    vi: 'Hồ sơ không có thông báo nộp tiền của cơ quan thuế.',
    en: 'The dossier has no notice of payment of the tax office.',
  });

const recorded = () =>
  new ProblemError('state-conflict', {
    vi: 'Chứng từ này đã được ghi nhận.',
    en: 'This proof of payment is recorded already.',
  });

const inFuture = () =>
  new ProblemError(
    'request-invalid',
    { vi: 'Ngày nộp tiền ở sau hôm nay.', en: 'The day of payment is after today.' },
    {
      faults: [
        {
          pointer: '/paidOn',
          message: { vi: 'không được sau hôm nay', en: 'must not be after today' },
        },
      ],
    },
  );
