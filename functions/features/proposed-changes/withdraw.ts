import type { proposedChangeOperations } from '../../../schemas/api/operations/proposed-changes.ts';
import { demandProposed, withdrawnBy } from '../../domain/proposed-changes/confirm.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { shownChange } from '../../records/proposed-changes/shown-change.ts';
import { changedMeanwhile, officerOf } from './confirm.ts';
import type { ProposedChangeDeps } from './deps.ts';
import { demandChange } from './read.ts';

type Operation = (typeof proposedChangeOperations)['withdrawProposedChange'];

/** Who proposed it withdraws it, or another administrator turns it down; again, it stays withdrawn. */
export async function withdrawProposedChange(
  { proposedChanges }: Pick<ProposedChangeDeps, 'proposedChanges'>,
  { params, body, caller, now, language }: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { change } = await demandChange(proposedChanges, params.id);
  if (change.status === 'withdrawn')
    return { body: shownChange(change, { now, language }), version: change.version };
  demandProposed(change, now);
  const after = withdrawnBy(change, officerOf(caller), body.reason ?? null, now);
  const reply = { body: shownChange(after, { now, language }), version: after.version };
  const written = await proposedChanges.write([
    proposedChanges.changing(change, after),
    ...attempt.keeps(reply),
  ]);
  if (!written) throw changedMeanwhile();
  return reply;
}
