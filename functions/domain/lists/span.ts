import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';
import { endOfDay, type Instant, startOfDay } from '../vietnam-time.ts';

/** The time range of a filter: its first instant, and the first one after it. Undefined on an open side. */
export interface Span {
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
}

/** The time between two days, both inclusive, of the parameters `nameFrom` and `nameTo`. */
export function spanOf(name: string, from: string | undefined, to: string | undefined): Span {
  if (from !== undefined && to !== undefined && from > to)
    throw contradiction([`${name}From`, `${name}To`], {
      vi: `${name}From ở sau ${name}To`,
      en: `${name}From is after ${name}To`,
    });
  return {
    from: from === undefined ? undefined : startOfDay(from),
    to: to === undefined ? undefined : endOfDay(to),
  };
}

/** Whether an instant is in a span. */
export const within = ({ from, to }: Span, at: Instant) =>
  (from === undefined || at >= from) && (to === undefined || at < to);

/** Filters that can match nothing are refused, each of them named: an empty list would look like an answer. */
export function contradiction(parameters: readonly string[], why: Words): ProblemError {
  return new ProblemError(
    'parameter-invalid',
    { vi: `Các bộ lọc mâu thuẫn nhau: ${why.vi}.`, en: `The filters contradict one another: ${why.en}.` },
    {
      faults: parameters.map(parameter => ({ pointer: `/${parameter}`, message: why })),
    },
  );
}
