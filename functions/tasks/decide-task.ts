import type * as z from 'zod';
import type { TaskDecisionBody } from '../../schemas/api/decision.ts';
import type { taskOperations } from '../../schemas/api/operations/tasks.ts';
import type { decisionReceipt } from '../../schemas/api/task.ts';
import type { StoredTask } from '../../schemas/dossier/stored-task.ts';
import { digestOf } from '../domain/canonical-json.ts';
import { decide } from '../domain/dossier/decide.ts';
import { describeActor } from '../domain/dossier/describe-actor.ts';
import type { Outcome } from '../domain/dossier/seal.ts';
import { knownComponents } from '../domain/dossier/submit.ts';
import { waitingTask } from '../domain/dossier/waiting.ts';
import { lifecycle } from '../domain/lifecycle/states.ts';
import { ProblemError } from '../domain/problem.ts';
import { toRfc3339 } from '../domain/vietnam-time.ts';
import { actorOf } from '../platform/dossiers/actor-of.ts';
import { changeDossier, repeatedAnswer } from '../platform/dossiers/change-dossier.ts';
import { demandVersion } from '../platform/dossiers/demand-dossier.ts';
import { demandChecked, type FileReference } from '../platform/files/check-upload.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { TaskDeps } from './deps.ts';
import { demandRole, findTask } from './task-rights.ts';

type Operation = (typeof taskOperations)['decideTask'];
type Receipt = z.infer<typeof decisionReceipt>;

/**
 * An officer decides at a task. Primary course: the task is theirs and open; the decision is committed to the ledger first; then the
 * machine is told. A closed task answers the same decision again with the same receipt, and another one with what stands.
 */
export async function decideTask(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, now } = call;
  const { task, officer } = await findTask(deps.dossiers, call.params.id, call.caller, 'task.decide');
  const keyring = await deps.keyring();
  const actor = actorOf(officer, keyring, task.role);
  const earlier = await repeatedAnswer<Receipt>(deps.dossiers, { actor, repeat: call.repeat });
  if (earlier) return { body: earlier.body, version: earlier.body.dossier.version };
  const digest = digestOf({ task: task.id, by: describeActor(actor), body });
  const standing = standingReceipt(task, digest);
  if (standing) return { body: standing, version: standing.dossier.version };
  demandRole(task, officer);
  demandVersion(call.ifMatch, task.version);

  const changed = await changeDossier(deps, {
    code: task.dossier,
    actor,
    now,
    repeat: call.repeat,
    decision: { task: task.id, digest },
    async plan(context) {
      const open = context.head.tasks.find(candidate => candidate.id === task.id);
      if (!open) throw await closedMeanwhile(deps, task);
      const references = filesOf(body);
      if (body.decision === 'recordSupplement') knownComponents(body.components, context.rules.procedure);
      await demandChecked(deps, references, describeActor(actor), context.head.code);
      return { events: decide(context, open, body), files: references.map(({ id }) => id) };
    },
    answer: outcome => receiptOf(task.id, body.decision, outcome, toRfc3339(now)),
  });
  if (!changed.repeated) await deps.wake(changed.head);
  return { body: changed.body, version: changed.body.dossier.version };
}

/** The receipt of a task that this very decision closed. Another decision on a closed task is told what stands. */
function standingReceipt(task: StoredTask, digest: string): Receipt | undefined {
  if (task.closed === null) return undefined;
  // The receipt was made by this use case for the decision of the same digest.
  if (task.closed.digest === digest) return task.closed.receipt as Receipt;
  const { decision, at } = task.closed;
  throw new ProblemError('task-closed', `The task was closed with “${decision}” at ${at}.`, {
    facts: { standing: { decision, at } },
  });
}

async function closedMeanwhile(deps: TaskDeps, task: StoredTask): Promise<ProblemError> {
  const number = Number(task.id.slice(task.id.lastIndexOf('.t') + 2));
  const now = await deps.dossiers.task(task.dossier, number);
  const standing = now?.closed ? { decision: now.closed.decision, at: now.closed.at } : undefined;
  return new ProblemError('task-closed', 'The task was closed meanwhile.', {
    facts: standing ? { standing } : {},
  });
}

function filesOf(body: TaskDecisionBody): FileReference[] {
  if (body.decision === 'recordSupplement') {
    return body.components.flatMap(({ files }, index) =>
      files.map((id, place) => ({ id, pointer: `/components/${index}/files/${place}` })),
    );
  }
  const given = body.decision === 'approve' || body.decision === 'refuse' ? body.resultFile : undefined;
  return given === undefined ? [] : [{ id: given, pointer: '/resultFile' }];
}

function receiptOf(task: string, decision: string, { head }: Outcome, at: string): Receipt {
  return {
    task,
    decision,
    at,
    closed: !head.tasks.some(open => open.id === task),
    dossier: {
      code: head.code,
      version: head.version,
      handling: head.handling,
      nationalStatus: lifecycle[head.handling].nationalCode,
      dueAt: head.dueAt,
      dueOn: head.dueOn,
    },
    nextTask: waitingTask(head)?.id ?? null,
  };
}
