import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { StepDecision } from '../../../../schemas/catalogue/workflow.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { decisionNames } from '../../wording/names.ts';
import type { DecisionContext } from '../context.ts';
import { stepOf } from '../plan-task.ts';

/** The decisions the pinned workflow allows at a task's step. */
export function allowedAt(
  context: Pick<DecisionContext, 'rules'>,
  task: PlannedTask,
): readonly StepDecision[] {
  return task.step === null ? [] : stepOf(context, task.step).decisions;
}

/**
 * Where a decision leads from a task's step by the workflow. If there are several targets, the caller must choose
 * one.
 */
export function targetOf<D extends 'forward' | 'sendBack' | 'approve' | 'refuse'>(
  context: Pick<DecisionContext, 'rules'>,
  task: PlannedTask,
  decision: D,
  chosen?: string,
): Extract<StepDecision, { decision: D }> {
  const options = allowedAt(context, task).filter(
    (option): option is Extract<StepDecision, { decision: D }> => option.decision === decision,
  );
  const fitting =
    chosen === undefined ? options : options.filter(option => 'to' in option && option.to === chosen);
  const [only] = fitting;
  if (!only || fitting.length > 1) {
    const targets = options.map(option => ('to' in option ? option.to : '')).join(', ');
    throw new ProblemError('decision-not-allowed', {
      vi: `Từ bước này, “${decisionNames[decision].vi}” đưa hồ sơ đến: ${targets || 'không bước nào'}. Hãy chọn một bước trong “to”.`,
      en: `From this step, ${decision} leads to: ${targets || 'no step'}. Name one in “to”.`,
    });
  }
  return only;
}
