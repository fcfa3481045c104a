import type { TaskDecisionBody } from '../../../../schemas/api/decision.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { toRfc3339 } from '../../vietnam-time.ts';
import { chargeAtAcceptance, moneyOnceAccepted } from '../charge.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { leadToStep } from '../enter-step.ts';
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
  const charge = chargeAtAcceptance(head, rules.procedure, body);
  const clock = rules.clockOf(head.competentUnit);
  const elsewhere = head.receivingUnit !== head.competentUnit && head.channel !== 'online';
  const start = elsewhere ? clock.forwardedBy(now) : now;
  const promise = promiseFrom(context, start, []);
  const event: NewEvent = {
    data: {
      type: 'accepted',
      promise,
      clockStartsAt: toRfc3339(start),
      ...charge,
      ...(body.reliefs && body.reliefs.length > 0 && { reliefs: body.reliefs }),
      note: body.note ?? null,
    },
    opens: [],
    closes: closes(task, 'accept'),
  };
  const money = moneyOnceAccepted(head, charge);
  const accepted = { ...context, head: { ...head, amountDue: charge.amountDue, money } };
  return leadToStep(underPromise(accepted, promise), rules.workflow.start, event);
}
