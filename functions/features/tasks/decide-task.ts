import type * as z from 'zod';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import type { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { decisionReceipt } from '../../../schemas/api/task.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import type { Language } from '../../../schemas/words.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { decide } from '../../domain/dossier/decide.ts';
import { lateOpinion, UNANSWERED } from '../../domain/dossier/decisions/answer-consultation.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { standingProposal } from '../../domain/dossier/proposal.ts';
import type { Outcome } from '../../domain/dossier/seal.ts';
import { knownComponents } from '../../domain/dossier/submit.ts';
import { waitingTask } from '../../domain/dossier/waiting.ts';
import { formOf } from '../../domain/forms/prescribed.ts';
import { lifecycle } from '../../domain/lifecycle/states.ts';
import { needsSecondPerson } from '../../domain/rights/four-eyes.ts';
import { demandNotOwn } from '../../domain/rights/own-dossier.ts';
import { actsForPost, isPostalOnly } from '../../domain/rights/postal.ts';
import { demandRole } from '../../domain/rights/task-role.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import { momentText } from '../../domain/wording/dates.ts';
import { closingName } from '../../domain/wording/names.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier, type DossierContext } from '../../records/dossiers/change-dossier.ts';
import { demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { demandChecked, type FileReference } from '../../records/files/check-upload.ts';
import { demandSignatures } from '../../records/files/demand-signatures.ts';
import { filesOfComponents } from '../../records/files/file-references.ts';
import { demandReason, demandReusable } from '../../records/vault/demand-reusable.ts';
import { namingSources } from '../../records/vault/from-store.ts';
import { demandCollectionCode } from './demand-collection-code.ts';
import { demandPrintable } from './demand-printable.ts';
import type { TaskDeps } from './deps.ts';
import { nextNumber } from './next-number.ts';
import { actingAs, demandPowerToSign, signedWith, signingAt } from './power-to-sign.ts';
import { demandSecondPerson } from './second-person.ts';
import { findTask } from './task-rights.ts';

type Operation = (typeof taskOperations)['decideTask'];
type Receipt = z.infer<typeof decisionReceipt>;

/**
 * An officer decides at a task. Primary course: the task is theirs and open; the decision is committed to the ledger
 * first; then the machine is told. On a closed task the same decision gets the same receipt again; another one is
 * told which decision stands.
 */
export async function decideTask(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, now } = call;
  const { task, officer } = await findTask(deps.dossiers, call.params.id, call.caller, 'task.decide');
  const keyring = await deps.keyring();
  const postal = !officer.roles.includes(task.role) && actsForPost(officer, task, body.decision);
  const actor = actorOf(officer, keyring, postal ? 'postal' : task.role);
  const digest = digestOf({ task: task.id, by: describeActor(actor), body });
  const receipt = await changeDossier<Receipt>(deps, {
    actor,
    repeat: call.repeat,
    code: task.dossier,
    now: () => now,
    decision: { task: task.id, digest },
    async decide(context) {
      demandNotOwn(context.head, officer);
      const standing = standingReceipt(task, digest, body.decision);
      if (standing) return { stands: standing };
      const open = context.head.tasks.find(candidate => candidate.id === task.id);
      // Somebody may have taken it since it was read: the dossier's head says so, and the commit depends on it.
      const signing = await signingAt(deps, task, officer, now);
      const signature = demandPowerToSign(task, body.decision, signing);
      demandRole(
        { ...task, assignee: open ? open.assignee : task.assignee },
        actingAs(officer, signing, { task, decision: body.decision }),
      );
      demandVersion(call.ifMatch, task.version);
      if (needsSecondPerson(task, body.decision, context.rules.workflow))
        await demandSecondPerson(deps, context.head, officer);
      const sees = body.decision !== 'giveOpinion' && !isPostalOnly(officer);
      const answer = (made: Outcome) =>
        receiptOf(task.id, { decision: body.decision, sees }, made, call.language);
      if (!open) {
        // The task is read again: it may have been closed, or the opinion kept, since the first read.
        const { task: closed } = await findTask(deps.dossiers, task.id, call.caller, 'task.decide');
        if (body.decision === 'giveOpinion' && wasUnanswered(closed))
          return { events: lateOpinion(context, task.id, body), answer };
        const receipt = standingReceipt(closed, digest, body.decision);
        if (!receipt) throw new Error(`${task.id} is closed in the ledger and open in the list`);
        return { stands: receipt };
      }
      const references = filesOf(body);
      if (body.decision === 'recordSupplement') knownComponents(body.components, context.rules.procedure);
      const files = await demandChecked(deps, references, describeActor(actor), context.head.code);
      const result = resultFileOf(body);
      if (result !== undefined) await demandSignatures(deps, { id: result, pointer: '/resultFile' }, now);
      if (body.decision === 'handOver') await demandCollectionCode(deps, context.head, body, now);
      const cited = await citing(deps, context, body);
      const number = await nextNumber(deps, context, open);
      const numbered = { ...context, numbering: number?.numbering };
      const events = signedWith(
        decide(numbered, open, withSources(body, files, context.head.owner)),
        signature,
      );
      await demandPrintable(deps, context, events);
      const taken = references.map(({ id }) => id);
      return { events, beside: { files: taken, cited, numbered: number?.numbered }, answer };
    },
    tell: ({ head }) => deps.wake(head),
  });
  return { body: receipt, version: receipt.dossier.version };
}

/** What a decision has to do with the applicant's vault: results cited in place of papers, papers that it holds. */
async function citing(
  { vault }: Pick<TaskDeps, 'vault'>,
  { head, rules, now }: DossierContext,
  body: TaskDecisionBody,
): Promise<readonly string[]> {
  const place = { owner: head.owner, procedure: rules.procedure, today: dateOf(now) };
  if (body.decision === 'requestSupplement') await demandReason(vault, body, place);
  return body.decision === 'recordSupplement' ? demandReusable(vault, body.components, place) : [];
}

/** A supplement recorded at the counter, naming what of it came from the national store. */
function withSources(body: TaskDecisionBody, files: readonly StoredFile[], owner: string): TaskDecisionBody {
  if (body.decision !== 'recordSupplement') return body;
  return { ...body, components: namingSources(body.components, files, owner) };
}

/** The receipt of a task closed by this very decision. Another decision is told which one stands. */
function standingReceipt(
  task: StoredTask,
  digest: string,
  decision: TaskDecisionBody['decision'],
): Receipt | undefined {
  if (task.closed === null) return undefined;
  if (decision === 'giveOpinion' && wasUnanswered(task)) return undefined;
  // The receipt was written here for a decision with the same digest.
  if (task.closed.digest === digest && task.closed.receipt !== null)
    return JSON.parse(task.closed.receipt) as Receipt;
  const { decision: stands, at } = task.closed;
  throw new ProblemError(
    'task-closed',
    {
      vi: `Công việc đã kết thúc bằng quyết định “${closingName(stands).vi}” lúc ${momentText(parseInstant(at))}.`,
      en: `The task was closed with “${stands}” at ${at}.`,
    },
    {
      facts: { standing: { decision: stands, at } },
    },
  );
}

/** The dossier went on without the opinion requested at this task: a late one is kept all the same. */
function wasUnanswered(task: StoredTask): boolean {
  return task.phase === 'consultation' && task.closed?.decision === UNANSWERED;
}

function filesOf(body: TaskDecisionBody): FileReference[] {
  if (body.decision === 'recordSupplement') return filesOfComponents(body.components);
  const result = resultFileOf(body);
  return result === undefined ? [] : [{ id: result, pointer: '/resultFile', contentType: 'application/pdf' }];
}

/** The file that is to be the result. */
function resultFileOf(body: TaskDecisionBody): string | undefined {
  return body.decision === 'approve' || body.decision === 'refuse' ? body.resultFile : undefined;
}

/** The receipt has the date of the ledger entry, which may be later than the request: never before an earlier alarm. */
function receiptOf(
  task: string,
  { decision, sees }: { readonly decision: string; readonly sees: boolean },
  { head, events }: Outcome,
  language: Language,
): Receipt {
  return {
    task,
    decision,
    at: events[0]?.at ?? head.updatedAt,
    closed: !head.tasks.some(open => open.id === task),
    dossier: {
      code: head.code,
      version: head.version,
      handling: head.handling,
      nationalStatus: lifecycle[head.handling].nationalCode,
      dueAt: head.dueAt,
      dueOn: head.dueOn,
    },
    // Neither a consulted agency nor staff of the post is shown the proposal.
    proposal: sees ? standingProposal(head) : null,
    outcome: head.outcome,
    form: formOf(events, language),
    nextTask: waitingTask(head)?.id ?? null,
  };
}
