import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Absence } from '../../../schemas/organization/absence.ts';
import { awayOn } from '../../domain/organization/absences.ts';
import { lastDay } from '../../domain/organization/periods.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import { dayText } from '../../domain/wording/dates.ts';
import type { TaskDeps } from './deps.ts';

/** The absence of an officer of a unit at an instant; undefined where they are there. */
export async function absenceOf(
  { absences }: Pick<TaskDeps, 'absences'>,
  { officer, unit, now }: { readonly officer: string; readonly unit: string; readonly now: Instant },
): Promise<Absence | undefined> {
  return awayOn((await absences.of(unit)).absences, officer, dateOf(now));
}

/** Nobody gives work to who is away; the refusal names who substitutes. */
export function officerAway(absence: Absence): ProblemError {
  const { substitute } = absence;
  const until = lastDay(absence);
  const message = {
    vi: `vắng mặt đến hết ngày ${dayText(until)}${substitute === null ? '' : `; người làm thay: ${substitute}`}`,
    en: `is away until ${until}${substitute === null ? '' : `; ${substitute} substitutes`}`,
  };
  return new ProblemError(
    'officer-away',
    { vi: `Cán bộ này ${message.vi}.`, en: `The officer ${message.en}.` },
    { faults: [{ pointer: '/assignee', message }] },
  );
}
