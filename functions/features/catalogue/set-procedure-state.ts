import type { catalogueOperations } from '../../../schemas/api/operations/catalogue.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { closedReason, settledState } from '../../domain/catalogue/settle-state.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { CatalogueDeps } from './deps.ts';
import { shownIn } from './procedure-view.ts';

type Operation = (typeof catalogueOperations)['setProcedureState'];

/** Closes a procedure for new dossiers with a reason, or opens it again if nothing else stands in the way. */
export async function setProcedureState(
  deps: CatalogueDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { params, body, now } = call;
  const published = await deps.catalogue.procedure(params.code);
  if (!published)
    throw new ProblemError('not-found', {
      vi: `Không có thủ tục ${params.code}.`,
      en: `There is no procedure ${params.code}.`,
    });
  const closedByHand = body.state === 'closed' ? body.reason : null;
  const state = settledState(published.procedure, published.workflowVersion, {
    closedByHand,
    today: dateOf(now),
  });
  if (body.state === 'open' && state.state === 'closed') {
    throw new ProblemError(
      'procedure-closed',
      closedReason({ ...published, closedByHand, ...state }) ?? {
        vi: 'Chưa thể mở lại thủ tục này.',
        en: 'The procedure cannot be reopened.',
      },
    );
  }
  const next = { ...published, closedByHand, ...state };
  const reply = { body: shownIn(next, call.language), version: next.version };
  if ((await deps.catalogue.saveProcedure(next, 'replace', attempt.keeps(reply))) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: `Thủ tục ${params.code} vừa được người khác thay đổi; hãy thử lại.`,
      en: `Someone else changed ${params.code} in the meantime; try again.`,
    });
  }
  return reply;
}
