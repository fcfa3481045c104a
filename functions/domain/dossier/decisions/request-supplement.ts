import type { TaskDecisionBody } from '../../../../schemas/api/decision.ts';
import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { handlingLimitsOn } from '../../lifecycle/handling-limits.ts';
import { chargeAnew } from '../charge-anew.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { planTask } from '../plan-task.ts';
import { knownComponents } from '../submit.ts';
import { closes } from './closing.ts';

type RequestSupplement = Extract<TaskDecisionBody, { decision: 'requestSupplement' }>;

/**
 * Asks the applicant for everything that is missing, at once and only once (yêu cầu bổ sung, form 02; NĐ 61/2018 Đ15
 * k3). A second request at the same stage needs the law that allows it and the approver's name. After acceptance it may
 * settle the fee anew, so that the applicant is told of it with the same form.
 */
export function requestSupplement(
  context: DecisionContext,
  task: PlannedTask,
  body: RequestSupplement,
): NewEvent[] {
  const { head, rules } = context;
  const named = body.components ?? [];
  knownComponents(
    named.map(component => ({ component })),
    rules.procedure,
    index => `/components/${index}`,
  );
  const stage = head.acceptedAt === null ? 'intake' : 'processing';
  const allowed = handlingLimitsOn(head.submittedAt.slice(0, 10)).supplementRequestsPerStage;
  if (head.supplements[stage] >= allowed && !(body.legalBasis && body.approvedBy)) {
    throw new ProblemError('supplement-once', {
      vi: `Đã yêu cầu bổ sung một lần ở giai đoạn ${stage === 'intake' ? 'tiếp nhận' : 'giải quyết'}: muốn yêu cầu thêm phải nêu căn cứ pháp lý (legalBasis) và người duyệt (approvedBy).`,
      en: `A supplement has already been requested at this stage (${stage}): another request needs legalBasis and approvedBy.`,
    });
  }
  const charge = chargeAnew(context, body);
  const opens = [
    planTask(context, {
      phase: 'supplement',
      name: 'Chờ bổ sung hồ sơ',
      step: null,
      unit: head.receivingUnit,
      role: 'reception',
      limit: rules.workflow.supplementLimit,
    }),
  ];
  return [
    {
      data: {
        type: 'supplementRequested',
        stage,
        reason: body.reason,
        items: body.items,
        ...(body.components && { components: body.components }),
        clock: rules.procedure.supplementClock,
        legalBasis: body.legalBasis ?? null,
        approvedBy: body.approvedBy ?? null,
        ...(body.despiteVault !== undefined && { despiteVault: body.despiteVault }),
        ...charge,
      },
      opens,
      closes: closes(task, 'requestSupplement'),
    },
  ];
}
