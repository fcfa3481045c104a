import law from '../../../law/result-kinds.json' with { type: 'json' };
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import { addMonths } from '../legal-clock/months.ts';
import { dateOfDayNumber, parseDate } from '../vietnam-time.ts';

/** What decides how long a result holds. */
export interface Decided {
  readonly outcome: 'granted' | 'refused';
  /** The last day, as the decision has it. */
  readonly validUntil?: string | undefined;
}

/**
 * The last day on which a result holds (thời hạn hiệu lực), `YYYY-MM-DD`: as it was decided, otherwise as the law says
 * of its kind. Undefined where it holds without end; a refusal never ends.
 */
export function validUntilOf(
  { results }: Pick<Procedure, 'results'>,
  { outcome, validUntil }: Decided,
  issuedOn: string,
): string | undefined {
  if (outcome === 'refused') return undefined;
  if (validUntil !== undefined) return validUntil;
  const months = law.kinds.find(({ code }) => code === results[0]?.code)?.validMonths;
  // A period in months ends with the same day number (Bộ luật Dân sự 2015 Đ147, 148).
  return months === undefined
    ? undefined
    : dateOfDayNumber(addMonths(parseDate(issuedOn), months, 'lastDay'));
}

/** Whether a result has run out on a day; on its last day it holds. */
export const hasRunOut = ({ validUntil }: Pick<Decided, 'validUntil'>, today: string): boolean =>
  validUntil !== undefined && validUntil < today;
