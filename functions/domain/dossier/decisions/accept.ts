import type { TaskDecisionBody } from '../../../../schemas/api/decision.ts';
import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import { dong } from '../../wording/amounts.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { leadToStep } from '../enter-step.ts';
import { isRightAmount } from '../fee.ts';
import { promiseFrom, underPromise } from '../promise.ts';
import { closes } from './closing.ts';

type Accept = Extract<TaskDecisionBody, { decision: 'accept' }>;

/**
 * Reception accepts (tiếp nhận): the legal clock starts, the promised date is fixed and the first step opens, or
 * payment is requested. The clock of a dossier received for another agency starts when that agency receives it (NĐ
 * 309/2026 Đ8 k3): electronic ones at once, paper by the forwarding rule.
 */
export function accept(context: DecisionContext, task: PlannedTask, body: Accept): NewEvent[] {
  const { head, rules, now } = context;
  const counted = head.fee?.kind === 'perUnit';
  if (counted && head.money === 'due' && body.amountDue === undefined) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Lệ phí tính theo trang hoặc theo bản: hãy ghi số tiền phải nộp.',
        en: 'The fee depends on the number of pages or copies: give the amount due.',
      },
      {
        faults: [
          {
            pointer: '/amountDue',
            message: {
              vi: 'bắt buộc, vì lệ phí tính theo trang hoặc theo bản',
              en: 'required, because the fee depends on the number of pages or copies',
            },
          },
        ],
      },
    );
  }
  if (body.amountDue !== undefined && !isRightAmount(head.fee, body.amountDue)) {
    throw new ProblemError('fee-amount-wrong', {
      vi: `${dong(body.amountDue)} không thể là mức thu của thủ tục này.`,
      en: `${body.amountDue} đồng cannot be the fee of this procedure.`,
    });
  }
  const amountDue = body.amountDue ?? head.amountDue;
  const clock = rules.clockOf(head.competentUnit);
  const elsewhere = head.receivingUnit !== head.competentUnit && head.channel !== 'online';
  const start = elsewhere ? clock.forwardedBy(now) : now;
  const promise = promiseFrom(context, start, []);
  const event: NewEvent = {
    data: {
      type: 'accepted',
      promise,
      clockStartsAt: toRfc3339(start),
      amountDue,
      note: body.note ?? null,
    },
    opens: [],
    closes: closes(task, 'accept'),
  };
  const accepted = { ...context, head: { ...head, amountDue } };
  return leadToStep(underPromise(accepted, promise), rules.workflow.start, event);
}
