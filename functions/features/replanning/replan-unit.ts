import type * as z from 'zod';
import type { replanned, replanningOperations } from '../../../schemas/api/operations/replanning.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { demandCreditableOutage } from '../../domain/legal-clock/credited-outage.ts';
import type { Call, Done, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import {
  planReplanning,
  type ReplanningPlanDeps,
  unitsReplanned,
} from '../../records/proposed-changes/plan-replanning.ts';
import { propose } from '../../records/proposed-changes/propose.ts';
import type { ProposedChangeStore } from '../../records/proposed-changes/proposed-change-store.ts';
import { openDossiers } from '../../records/replanning/open-dossiers.ts';
import { type ReplanTarget, replanDossier } from '../../records/replanning/replan-dossier.ts';
import { replanTarget } from '../../records/replanning/replan-target.ts';
import type { WorkCalendarStore } from '../../records/work-calendar/work-calendar-store.ts';

type Operation = (typeof replanningOperations)['replan'];
type Cause = Call<Operation>['body']['cause'];

export interface ReplanningDeps extends Omit<ReplanningPlanDeps, 'inTime'> {
  readonly workCalendars: Pick<WorkCalendarStore, 'current' | 'version' | 'draft'>;
  readonly proposedChanges: ProposedChangeStore;
  readonly keyring: () => Promise<Keyring>;
  /** Whether a preview that begins now may still look at dossiers. */
  readonly timer: () => () => boolean;
}

/**
 * Lists how the promised dates of a unit's open dossiers, or of all units', would move. With `apply` it is
 * proposed: what touches many is done once a second administrator confirms it.
 */
export async function replanUnit(
  deps: ReplanningDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { body, now } = call;
  const unit = body.unit ?? null;
  const organization = await deps.organization.current();
  demandUnit(organization, unit);
  const units = unitsReplanned(organization, unit);
  if (body.cause.kind === 'outage') demandCreditableOutage(body.cause, now);
  if (!body.apply) return listed(deps, call, units, await targetOf(deps, body.cause));
  const cause = applied(body.cause);
  const content: ContentOf<'replanning'> = { kind: 'replanning', unit, cause };
  const plan = await planReplanning({ ...deps, inTime: deps.timer() }, content, now);
  // What touches nothing needs nobody.
  if (plan.preview.dossiers === 0)
    return listed(deps, call, units, await replanTarget(deps.workCalendars, cause));
  return propose(deps, call, { content, plan }, attempt);
}

/** A page of what would move. */
async function listed(
  deps: ReplanningDeps,
  { body, caller, now }: Call<Operation>,
  units: readonly string[],
  target: ReplanTarget,
): Promise<Done<Operation>> {
  const keyring = await deps.keyring();
  const scope = JSON.stringify(['replanning', body.unit ?? null, body.cause]);
  const after = readCursor(keyring, scope, body.cursor);
  const page = await openDossiers(deps, units, { after, limit: body.limit });
  const by = { actor: actorOf(caller, keyring), now, apply: false };
  const items: z.input<typeof replanned>[] = [];
  for (const code of page.codes) {
    const { move } = await replanDossier(deps, code, target, by);
    if (move) items.push(move);
  }
  return {
    body: {
      items,
      unchanged: page.codes.length - items.length,
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}

function demandUnit(
  organization: Awaited<ReturnType<ReplanningDeps['organization']['current']>>,
  unit: string | null,
): void {
  if (unit === null || organization?.units.some(({ code }) => code === unit)) return;
  throw new ProblemError(
    'unit-unknown',
    { vi: `Không có đơn vị ${unit}.`, en: `There is no unit ${unit}.` },
    { faults: [{ pointer: '/unit', message: { vi: 'không có đơn vị này', en: 'must be a unit' } }] },
  );
}

async function targetOf({ workCalendars }: ReplanningDeps, cause: Cause): Promise<ReplanTarget> {
  if (cause.kind === 'outage' || cause.version !== 'draft')
    return replanTarget(workCalendars, cause as ContentOf<'replanning'>['cause']);
  const draft = await workCalendars.draft();
  if (!draft)
    throw new ProblemError('not-found', {
      vi: 'Chưa có bản dự thảo lịch làm việc.',
      en: 'There is no draft of the work calendar.',
    });
  return { workCalendar: draft.workCalendar, version: null, outage: null };
}

/** A cause that can be applied: a draft is only listed. */
function applied(cause: Cause): ContentOf<'replanning'>['cause'] {
  if (cause.kind === 'outage') return cause;
  const { version } = cause;
  if (version !== 'draft') return { kind: cause.kind, version };
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Bản dự thảo chưa có hiệu lực: hãy công bố rồi chuyển ngày hẹn theo phiên bản đó.',
      en: 'The draft is not in force: publish it, then recalculate deadlines by its version.',
    },
    {
      faults: [
        {
          pointer: '/cause/version',
          message: {
            vi: 'phải là phiên bản đã công bố để áp dụng',
            en: 'must be a published version to apply it',
          },
        },
      ],
    },
  );
}
