import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { joined } from '../../../schemas/words.ts';
import { decisionsOfPhase, type TaskDecision } from '../lifecycle/waits.ts';
import { decisionNames } from '../wording/names.ts';
import type { DecisionContext, NewEvent } from './context.ts';
import { accept } from './decisions/accept.ts';
import { giveOpinion, proceed } from './decisions/answer-consultation.ts';
import { returnApology, signApology } from './decisions/apology.ts';
import { confirmChange, returnChange } from './decisions/change-result.ts';
import { conclude } from './decisions/conclude.ts';
import { consult } from './decisions/consult.ts';
import { decline } from './decisions/decline.ts';
import { extend } from './decisions/extend.ts';
import { forward, sendBack } from './decisions/forward.ts';
import { handOver } from './decisions/hand-over.ts';
import { pause, resume } from './decisions/pause.ts';
import { recordPayment } from './decisions/record-payment.ts';
import { requestSupplement } from './decisions/request-supplement.ts';
import { seal } from './decisions/seal.ts';
import { stop } from './decisions/stop.ts';
import { supplement } from './decisions/supplement.ts';
import { allowedAt } from './decisions/target.ts';
import { lapseApology } from './lapse.ts';

/** The decisions a task allows: those of its phase; for steps and signatures, narrowed by the pinned workflow. */
export function decisionsAt(
  context: Pick<DecisionContext, 'rules'>,
  task: PlannedTask,
): readonly TaskDecision[] {
  const known = decisionsOfPhase[task.phase];
  if (task.phase !== 'step' && task.phase !== 'signature') return known;
  const named = new Set<string>(allowedAt(context, task).map(option => option.decision));
  return known.filter(decision => named.has(decision));
}

/**
 * The effect of an officer's decision at an open task: the events to commit, in order. Throws a `ProblemError` if the
 * law, the workflow or the state does not allow it. Authorization was checked before.
 */
export function decide(context: DecisionContext, task: PlannedTask, body: TaskDecisionBody): NewEvent[] {
  const allowed = decisionsAt(context, task);
  if (!allowed.includes(body.decision)) {
    const names = joined(allowed.map(decision => decisionNames[decision]));
    throw new ProblemError(
      'decision-not-allowed',
      { vi: `Ở bước này chỉ được chọn: ${names.vi}.`, en: `Decisions allowed at this task: ${names.en}.` },
      {
        facts: { allowed },
      },
    );
  }
  return lapseApology(context, eventsOf(context, task, body));
}

function eventsOf(context: DecisionContext, task: PlannedTask, body: TaskDecisionBody): NewEvent[] {
  switch (body.decision) {
    case 'accept':
      return accept(context, task, body);
    case 'decline':
      return decline(context, task, body);
    case 'requestSupplement':
      return requestSupplement(context, task, body);
    case 'recordSupplement':
      return supplement(context, task, body, 'recordSupplement');
    case 'recordPayment':
      return recordPayment(context, body);
    case 'forward':
      return forward(context, task, body);
    case 'sendBack':
      return sendBack(context, task, body);
    case 'approve':
      return conclude(context, task, body);
    case 'refuse':
      return conclude(context, task, { ...body, text: body.reason });
    case 'consult':
      return consult(context, task, body);
    case 'giveOpinion':
      return giveOpinion(context, task, body);
    case 'proceed':
      return proceed(context, task, body);
    case 'extend':
      return extend(context, task, body);
    case 'signApology':
      return signApology(context, task, body);
    case 'returnApology':
      return returnApology(context, task, body);
    case 'confirmChange':
      return confirmChange(context, task, body);
    case 'returnChange':
      return returnChange(context, task, body);
    case 'pause':
      return pause(context, task, body);
    case 'resume':
      return resume(context, task, body);
    case 'stop':
      return stop(context, task, body);
    case 'seal':
      return seal(context, task);
    case 'handOver':
      return handOver(context, task, body);
  }
}
