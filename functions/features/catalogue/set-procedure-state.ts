import type { catalogueOperations } from '../../../schemas/api/operations/catalogue.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { closedReason, settledState } from '../../domain/catalogue/settle-state.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { demandProcedure, planClosing } from '../../records/proposed-changes/plan-closing.ts';
import { propose } from '../../records/proposed-changes/propose.ts';
import type { CatalogueDeps } from './deps.ts';
import { shownIn } from './procedure-view.ts';

type Operation = (typeof catalogueOperations)['setProcedureState'];

/**
 * Opens a procedure for new dossiers if nothing else stands in the way; closing one is proposed, for it turns
 * everybody away and takes a second administrator.
 */
export async function setProcedureState(
  deps: CatalogueDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { params, body, now } = call;
  if (body.state === 'closed') {
    const { reason } = body;
    const content = { kind: 'procedureClosing', procedure: params.code, reason } as const;
    return propose(deps, call, { content, plan: await planClosing(deps, content) }, attempt);
  }
  const published = await demandProcedure(deps.catalogue, params.code);
  const state = settledState(published.procedure, published.workflowVersion, {
    closedByHand: null,
    today: dateOf(now),
  });
  const next = { ...published, closedByHand: null, ...state };
  if (state.state === 'closed') {
    throw new ProblemError(
      'procedure-closed',
      closedReason(next) ?? {
        vi: 'Chưa thể mở lại thủ tục này.',
        en: 'The procedure cannot be reopened.',
      },
    );
  }
  const reply = { body: shownIn(next, call.language), version: next.version };
  if ((await deps.catalogue.saveProcedure(next, 'replace', attempt.keeps(reply))) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: `Thủ tục ${params.code} vừa được người khác thay đổi; hãy thử lại.`,
      en: `Someone else changed ${params.code} in the meantime; try again.`,
    });
  }
  return reply;
}
