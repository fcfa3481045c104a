import type { proposedChangeOperations } from '../../../schemas/api/operations/proposed-changes.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import {
  confirmedBy,
  demandAsPreviewed,
  demandProposed,
  demandSecondAdministrator,
} from '../../domain/proposed-changes/confirm.ts';
import { standsOnTrail } from '../../domain/proposed-changes/trail.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { ProposedInFull } from '../../records/proposed-changes/proposed-change-store.ts';
import { shownChange } from '../../records/proposed-changes/shown-change.ts';
import { carryOn } from './carry-on.ts';
import { goesThroughEach } from './course.ts';
import type { ProposedChangeDeps } from './deps.ts';
import { planAgain } from './plan-again.ts';
import { putInForce } from './put-in-force.ts';
import { demandChange } from './read.ts';

type Operation = (typeof proposedChangeOperations)['confirmProposedChange'];

/**
 * Milliseconds of one request for looking at dossiers again, and until it stops changing
 * them: the worker does the rest.
 */
const LOOKING = 6_000;
const CHANGING = 20_000;

/**
 * A second administrator confirms: what goes into force at once does so in one transaction with the confirmation;
 * what goes from dossier to dossier is begun. Confirming again is answered with what has become of it.
 */
export async function confirmProposedChange(
  deps: ProposedChangeDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { params, caller, ifMatch, now } = call;
  const begun = deps.clock();
  const officer = officerOf(caller);
  const found = await demandChange(deps.proposedChanges, params.id);
  const { change, content } = found;
  demandSecondAdministrator(change, officer);
  if (!standsOnTrail(change, content)) throw new Error(`${change.id} is not what was proposed`);
  if (change.status === 'done') return replyOf(found, call);
  if (change.status === 'confirmed') return replyOf(await carryOn(deps, found, begun + CHANGING), call);
  demandProposed(change, now);
  if (ifMatch !== undefined && ifMatch !== change.version) {
    throw new ProblemError('precondition-failed', {
      vi: 'Đề nghị đã thay đổi; hãy đọc lại.',
      en: 'The proposed change has changed; read it again.',
    });
  }
  const inTime = () => deps.clock() < begun + LOOKING;
  demandAsPreviewed(change, await planAgain({ ...deps, inTime }, content, now));
  const confirmed = confirmedBy(change, officer, now);
  if (goesThroughEach(content)) {
    const written = await deps.proposedChanges.write([deps.proposedChanges.changing(change, confirmed)]);
    if (!written) throw changedMeanwhile();
    return replyOf(await carryOn(deps, { change: confirmed, content }, begun + CHANGING), call);
  }
  return putInForce(deps, { change, confirmed, content }, call, attempt);
}

function replyOf({ change }: Pick<ProposedInFull, 'change'>, call: Call<Operation>): Reply<Operation> {
  return { body: shownChange(change, call), version: change.version };
}

/** The administrator who asks; the rights let no others come so far. */
export function officerOf(caller: Principal): OfficerPrincipal {
  if (caller.kind !== 'officer') throw new TypeError(`a ${caller.kind} confirms no change`);
  return caller;
}

export function changedMeanwhile(): ProblemError {
  return new ProblemError('version-conflict', {
    vi: 'Đề nghị vừa được người khác xử lý; hãy đọc lại.',
    en: 'Someone else dealt with the proposed change in the meantime; read it again.',
  });
}
