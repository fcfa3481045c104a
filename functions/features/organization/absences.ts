import type { absenceOperations } from '../../../schemas/api/operations/absences.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { Absence } from '../../../schemas/organization/absence.ts';
import { checkAbsence } from '../../domain/organization/check-absence.ts';
import { lastDay } from '../../domain/organization/periods.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { unitRelation } from '../../domain/rights/relations.ts';
import { addDays, dateOf, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { dayText } from '../../domain/wording/dates.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { AbsenceStore } from '../../records/organization/absence-store.ts';
import type { OrganizationDeps } from './deps.ts';

type Operations = typeof absenceOperations;
type Deps = Pick<OrganizationDeps, 'organization'> & { readonly absences: AbsenceStore };
type Caller = Call<Operations['endAbsence']>['caller'];

/** How long an absence is kept after it is over, in days: what was decided meanwhile is in the ledgers. */
const KEPT_DAYS = 366;

/** Who is away: for officers of the unit, and those who oversee. */
export async function listAbsences(
  { absences }: Deps,
  { params, caller }: Call<Operations['listAbsences']>,
): Promise<Reply<Operations['listAbsences']>> {
  if (caller.kind !== 'officer') throw new TypeError(`a ${caller.kind} reads no absences`);
  demand(caller, 'absence.read', unitRelation(caller, params.code));
  const { absences: items, version } = await absences.of(params.code);
  return { body: { items: items.toReversed(), version }, version };
}

/** Records an absence: officers their own, leaders and administrators that of anybody in the unit. */
export async function recordAbsence(
  { organization, absences }: Deps,
  { params, body, caller, now }: Call<Operations['recordAbsence']>,
  attempt: Attempt,
): Promise<Reply<Operations['recordAbsence']>> {
  const { code: unit } = params;
  const by = recorder(caller, unit, body.officer);
  const [officer, substitute, { absences: all, version }] = await Promise.all([
    organization.officer(body.officer),
    body.substitute === null ? undefined : organization.officer(body.substitute),
    absences.of(unit),
  ]);
  const before = stillKept(all, now);
  checkAbsence(body, { unit, before, officer, substitute, today: dateOf(now) });
  const recorded: Absence = {
    ...body,
    id: attempt.id('ab_'),
    unit,
    recordedBy: by.id,
    recordedAt: toRfc3339(now),
    endedOn: null,
  };
  const after = { absences: [...before, recorded], version: version + 1 };
  const reply = { body: recorded, version: after.version };
  if (!(await absences.change(unit, after, attempt.keeps(reply)))) throw changedMeanwhile();
  return reply;
}

/** Ends an absence early; an end before its first day means that the officer did not leave. */
export async function endAbsence(
  { absences }: Deps,
  { params, body, caller, now }: Call<Operations['endAbsence']>,
  attempt: Attempt,
): Promise<Reply<Operations['endAbsence']>> {
  const { absences: before, version } = await absences.of(params.code);
  const found = before.find(({ id }) => id === params.id);
  if (!found) {
    recorder(caller, params.code, undefined);
    throw nothingHere();
  }
  recorder(caller, params.code, found.officer);
  const yesterday = addDays(dateOf(now), -1);
  if (body.on >= lastDay(found) || body.on < yesterday) {
    const words = {
      vi: `phải từ hôm qua (${dayText(yesterday)}) đến trước ngày ${dayText(lastDay(found))}`,
      en: `must be yesterday (${yesterday}) or later, and before its last day, ${lastDay(found)}`,
    };
    throw new ProblemError(
      'request-invalid',
      { vi: `Ngày vắng cuối cùng ${words.vi}.`, en: `The last day away ${words.en}.` },
      { faults: [{ pointer: '/on', message: words }] },
    );
  }
  const ended = { ...found, endedOn: body.on };
  const after = {
    absences: stillKept(before, now).map(one => (one.id === found.id ? ended : one)),
    version: version + 1,
  };
  const reply = { body: ended, version: after.version };
  if (!(await absences.change(params.code, after, attempt.keeps(reply)))) throw changedMeanwhile();
  return reply;
}

/** Who records an absence in a unit: refused for somebody else's, unless they lead the unit or administer. */
function recorder(caller: Caller, unit: string, officer: string | undefined): OfficerPrincipal {
  if (caller.kind !== 'officer') throw new TypeError(`a ${caller.kind} records no absence`);
  demand(caller, 'absence.record', unitRelation(caller, unit));
  const forOthers = caller.roles.includes('leader') || caller.roles.includes('administrator');
  if (forOthers || officer === undefined || officer === caller.id) return caller;
  throw new ProblemError('forbidden', {
    vi: 'Chỉ lãnh đạo đơn vị và quản trị viên được ghi vắng mặt cho người khác.',
    en: 'Only a leader of the unit or an administrator records that somebody else is away.',
  });
}

const stillKept = (absences: readonly Absence[], now: Instant): Absence[] =>
  absences.filter(one => lastDay(one) >= addDays(dateOf(now), -KEPT_DAYS));

function changedMeanwhile(): ProblemError {
  return new ProblemError('version-conflict', {
    vi: 'Danh sách vắng mặt vừa được người khác thay đổi; hãy đọc lại.',
    en: 'Someone else changed the absences in the meantime; read them again.',
  });
}
