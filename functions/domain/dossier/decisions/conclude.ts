import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { classify, type Punctuality } from '../../legal-clock/classification.ts';
import { ProblemError } from '../../problem.ts';
import { parseInstant } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { leadToStep } from '../enter-step.ts';
import { closes } from './closing.ts';
import { targetOf } from './target.ts';

interface Conclusion {
  readonly decision: 'approve' | 'refuse';
  readonly text: string | undefined;
  readonly resultFile: string | undefined;
}

/**
 * Approves or refuses (đồng ý, từ chối giải quyết). On a work step this is a proposal that goes on to be signed; at the signature it
 * is the decision. A signer who approves signs the proposal as it stands: a proposed refusal becomes a refusal.
 */
export function conclude(context: DecisionContext, task: PlannedTask, conclusion: Conclusion): NewEvent[] {
  const { to } = targetOf(context, task, conclusion.decision);
  if (to !== 'decided') return propose(context, task, conclusion, to);
  const proposal = conclusion.decision === 'approve' ? context.head.proposal : null;
  const outcome = proposal?.outcome ?? (conclusion.decision === 'approve' ? 'granted' : 'refused');
  const resultFile = conclusion.resultFile ?? proposal?.resultFile ?? null;
  const text = conclusion.text ?? proposal?.text ?? textOfFile(resultFile);
  const data = { type: 'decided' as const, outcome, text, resultFile, timeliness: timelinessOf(context) };
  return [{ data, opens: [], closes: closes(task, conclusion.decision) }];
}

function propose(
  context: DecisionContext,
  task: PlannedTask,
  conclusion: Conclusion,
  to: string,
): NewEvent[] {
  const outcome = conclusion.decision === 'approve' ? 'granted' : 'refused';
  const resultFile = conclusion.resultFile ?? null;
  const text = conclusion.text ?? textOfFile(resultFile);
  return leadToStep(context, to, {
    data: { type: 'proposed', outcome, to, text, resultFile },
    opens: [],
    closes: closes(task, conclusion.decision),
  });
}

/** A result given as a file says all there is to say; without one, the text of the decision is the result. */
function textOfFile(resultFile: string | null): string {
  if (resultFile !== null) return '';
  throw new ProblemError('request-invalid', 'Give the text of the decision, or the result as a file.', {
    faults: [{ pointer: '/text', message: 'needed, because no proposal stands and no file is given' }],
  });
}

/** On time is a matter of dates in Vietnam; of the moment, too, where the limit is one of hours. */
function timelinessOf({ head, rules, now }: DecisionContext): Punctuality {
  if (head.dueAt === null) throw new TypeError(`${head.code}: decided without a promised date`);
  const limit = rules.procedure.methods.find(method => method.channel === head.channel)?.limit;
  const precision = limit?.unit === 'workingHour' ? 'moment' : 'date';
  return classify({ doneAt: now, dueAt: parseInstant(head.dueAt), precision });
}
