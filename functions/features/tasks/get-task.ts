import type { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { Language } from '../../../schemas/words.ts';
import { decisionsAt } from '../../domain/dossier/decide.ts';
import { UNANSWERED } from '../../domain/dossier/decisions/answer-consultation.ts';
import { standingChange } from '../../domain/dossier/decisions/change-result.ts';
import { standingExtension } from '../../domain/dossier/extension.ts';
import { standingProposal } from '../../domain/dossier/proposal.ts';
import { offeredReliefs } from '../../domain/fees/offered-reliefs.ts';
import { demandNotOwn } from '../../domain/rights/own-dossier.ts';
import { isPostalOnly } from '../../domain/rights/postal.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandSound } from '../../records/dossiers/demand-sound.ts';
import type { TaskDeps } from './deps.ts';
import { findTask, holderHasLeft } from './task-rights.ts';
import { viewOf } from './task-view.ts';

type Operation = (typeof taskOperations)['getTask'];

/** A task with the decisions it allows, by its phase and the pinned workflow. */
export async function getTask(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { task: stored, officer } = await findTask(deps.dossiers, call.params.id, call.caller, 'task.read');
  const found = await deps.dossiers.find(stored.dossier);
  if (found) demandNotOwn(found.head, call.caller);
  if (stored.closed) {
    // The question to an agency stays open to a late opinion.
    const late = stored.closed.decision === UNANSWERED ? ['giveOpinion'] : [];
    return { body: viewOf(stored, late), version: stored.version };
  }
  const task = { ...stored, holderLeft: await holderHasLeft(deps.organization, stored) };
  const [rules] = found
    ? await Promise.all([deps.rules.load(found.head.rules), demandSound(deps.dossiers, found)])
    : [];
  if (!found || !rules) return { body: viewOf(task, []), version: task.version };
  // A consulted agency sees the question, not the proposal; staff of the post receives and hands over.
  const shown = task.phase === 'consultation' || isPostalOnly(officer) ? {} : standing(found.head, task);
  const decisions = decisionsAt({ rules }, task);
  const offered = settlesFee(found.head, decisions) && {
    reliefs: reliefsFor(found.head, rules.procedure, call.language),
  };
  return {
    body: { ...viewOf(task, decisions), ...shown, ...offered },
    version: task.version,
  };
}

/** Whether a decision here may settle the fee: an acceptance, and a supplement after it. */
const settlesFee = ({ acceptedAt }: DossierHead, decisions: readonly string[]): boolean =>
  acceptedAt === null
    ? decisions.includes('accept')
    : decisions.includes('requestSupplement') || decisions.includes('recordSupplement');

/** What may be taken off a fee, in the caller's language: before acceptance of one that is not paid yet. */
function reliefsFor(
  { fee, money, acceptedAt, submittedAt, reliefsAsked }: DossierHead,
  procedure: Procedure,
  language: Language,
) {
  if (money === 'paid' && acceptedAt === null) return [];
  const offered = offeredReliefs(fee, procedure, dateOf(parseInstant(submittedAt)));
  return offered.map(({ name, evidence, ...relief }) => ({
    ...relief,
    name: name[language],
    evidence: evidence.map(each => ({ ...each, name: each.name[language] })),
    asked: reliefsAsked.find(asked => asked.relief === relief.relief)?.evidence ?? null,
  }));
}

/** What waits for confirmation: a proposed decision, an extension with its apology, or a change of the result. */
function standing(head: DossierHead, { phase }: Pick<PlannedTask, 'phase'>) {
  if (phase === 'resultChange') return { resultChange: standingChange(head) };
  return { proposal: standingProposal(head), extension: standingExtension(head) };
}
