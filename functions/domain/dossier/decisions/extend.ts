import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { handlingLimitsOn } from '../../lifecycle/handling-limits.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { type Extension, extendedPromise } from '../extension.ts';
import { planTask, unitOfStep } from '../plan-task.ts';

/**
 * Requests a later date with an apology (xin lỗi và đề nghị gia hạn, form 04; NĐ 61/2018 Đ19 k9). The signer of
 * results signs the apology: at the signature step the date moves at once; at any other step this is a proposal, and
 * the task stays with its holder.
 */
export function extend(context: DecisionContext, task: PlannedTask, body: Extension): NewEvent[] {
  const { head } = context;
  const promise = extendedPromise(context, body);
  if (head.extensionProposal !== null) {
    throw new ProblemError('extension-proposed', {
      vi: 'Văn bản xin lỗi và đề nghị gia hạn đang chờ ký.',
      en: 'An apology with a new date is already waiting to be signed.',
    });
  }
  const { reason, apology, newDueOn } = body;
  if (task.phase === 'signature') {
    const data = { type: 'extended' as const, reason, apology, promise, previousDueAt: head.dueAt ?? '' };
    return [{ data, opens: [], closes: [] }];
  }
  const signing = signingTask(context);
  const data = { type: 'extensionProposed' as const, reason, apology, newDueOn, task: signing.id };
  return [{ data, opens: [signing], closes: [] }];
}

/** The signature task of this procedure; the linter refuses a workflow without one. */
function signingTask(context: DecisionContext): PlannedTask {
  const { head, rules } = context;
  const signature = rules.workflow.steps.find(step => step.kind === 'signature');
  if (!signature) throw new TypeError(`the workflow of ${rules.procedure.code} has no signature`);
  return planTask(context, {
    phase: 'apology',
    name: 'Ký văn bản xin lỗi và đề nghị gia hạn',
    step: null,
    unit: unitOfStep(signature, head),
    role: signature.role,
    limit: handlingLimitsOn(head.submittedAt.slice(0, 10)).apologySigning,
  });
}
