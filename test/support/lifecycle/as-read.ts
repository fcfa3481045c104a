import { standingProposal } from '../../../functions/domain/dossier/proposal.ts';
import type { TaskDecisionBody } from '../../../schemas/api/decision.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';

/** What a signer sends who has read the proposal and approves: the proposal by its digest, and no words of their own. */
export function asRead(head: DossierHead, task: PlannedTask, body: TaskDecisionBody): TaskDecisionBody {
  const standing = standingProposal(head);
  if (body.decision !== 'approve' || task.phase !== 'signature' || !standing) return body;
  if (body.proposal !== undefined) return body;
  return { decision: 'approve', proposal: standing.digest, resultFile: body.resultFile };
}
