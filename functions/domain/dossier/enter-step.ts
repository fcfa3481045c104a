import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { isOwed } from '../money/account/money-state.ts';
import { parseInstant } from '../vietnam-time.ts';
import { isAhead } from '../workflow/is-ahead.ts';
import type { DecisionContext, NewEvent } from './context.ts';
import { amountToPay } from './fee.ts';
import { planTask, stepOf, unitOfStep } from './plan-task.ts';

/**
 * Completes an event that leads to a step: its task is opened or, if the procedure's fee is due before that step and
 * unpaid, payment is requested first and the step waits. The events are committed together.
 */
export function leadToStep(context: DecisionContext, id: string, event: NewEvent): NewEvent[] {
  const { head, rules } = context;
  if (rules.procedure.feeDueBefore === id && isOwed(head.money)) {
    return [event, askForPayment(context, id)];
  }
  return [{ ...event, opens: [...event.opens, taskOfStep(context, id)] }];
}

/**
 * The task of a step that opens now. It is never due later than the dossier itself: if earlier steps used more than
 * their share, the promised date is the limit.
 */
export function taskOfStep(context: DecisionContext, id: string): PlannedTask {
  const step = stepOf(context, id);
  const task = planTask(context, {
    phase: step.kind === 'signature' ? 'signature' : 'step',
    name: step.name,
    step: id,
    unit: unitOfStep(step, context.head),
    role: step.role,
    limit: step.limit,
  });
  const { dueAt, dueAlarms } = context.head;
  const ahead = dueAt !== null && parseInstant(dueAt) > context.now;
  if (!ahead || dueAlarms === null || parseInstant(task.dueAt) <= parseInstant(dueAt)) return task;
  return { ...task, dueAt, alarms: dueAlarms };
}

/**
 * The task of a step that a wait interrupted, with its previous holder. If the holder has left the unit in the
 * meantime, the task can be reassigned like any other.
 */
export function backToStep(context: DecisionContext, id: string): PlannedTask {
  return { ...taskOfStep(context, id), assignee: context.head.resumeWith };
}

/**
 * Completes an event that leads a dossier back to the step that a supplement interrupted. Where the fee is more since
 * then, and was due before that step or one behind it, it is waited for first; one due before a later step, or before
 * the return, waits until then. Whoever had the step gets it back either way.
 */
export function returnToStep(context: DecisionContext, id: string, event: NewEvent): NewEvent[] {
  const { head, rules } = context;
  const before = rules.procedure.feeDueBefore;
  const passed = before !== null && before !== 'return' && !isAhead(rules.workflow, id, before);
  if (passed && isOwed(head.money)) return [event, askForPayment(context, id, head.resumeWith)];
  return [{ ...event, opens: [...event.opens, backToStep(context, id)] }];
}

function askForPayment(context: DecisionContext, before: string, resumeWith: string | null = null): NewEvent {
  const { head, rules } = context;
  const whole = head.amountDue ?? amountToPay(head.fee);
  const amount = whole && toDong(Math.max(0, whole - (head.account?.received ?? 0)));
  if (amount === null) {
    throw new ProblemError('fee-unpaid', {
      vi: 'Mức thu tính theo trường hợp hoặc số lượng: hãy ghi khi tiếp nhận (amountDue, case, counts).',
      en: 'The fee depends on a case or a count: give it with the acceptance (amountDue, case, counts).',
    });
  }
  const task = planTask(context, {
    phase: 'payment',
    name: 'Thu phí, lệ phí',
    step: null,
    unit: head.receivingUnit,
    role: 'reception',
    limit: rules.workflow.paymentLimit,
  });
  const data = {
    type: 'paymentRequested',
    amount,
    before,
    ...(resumeWith !== null && { resumeWith }),
  } as const;
  return { data, opens: [task], closes: [] };
}
