import { creditedOutage } from '../../../law/rights/two-people.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';
import { DAY, type Instant, parseInstant } from '../vietnam-time.ts';

/** Refuses an outage that is none: it ends before it begins, is not over yet, or would move every date by more than an outage can. */
export function demandCreditableOutage(
  outage: { readonly from: string; readonly to: string },
  now: Instant,
): void {
  const [from, to] = [parseInstant(outage.from), parseInstant(outage.to)];
  const { longestDays } = creditedOutage;
  if (to <= from) {
    refuse(
      { vi: 'Thời gian gián đoạn kết thúc trước khi bắt đầu.', en: 'The outage ends before it begins.' },
      { vi: 'phải sau “from”', en: 'must be after from' },
    );
  }
  if (to > now) {
    refuse(
      {
        vi: 'Thời gian gián đoạn chưa kết thúc: chỉ cộng khi hệ thống đã hoạt động lại.',
        en: 'The outage is not over yet: it is credited once the system works again.',
      },
      { vi: 'phải ở quá khứ', en: 'must be in the past' },
    );
  }
  if (to - from > longestDays * DAY) {
    refuse(
      {
        vi: `Thời gian gián đoạn dài hơn ${longestDays} ngày.`,
        en: `The outage is longer than ${longestDays} days.`,
      },
      {
        vi: `phải trong vòng ${longestDays} ngày kể từ “from”`,
        en: `must be within ${longestDays} days of from`,
      },
    );
  }
}

function refuse(detail: Words, message: Words): never {
  throw new ProblemError('request-invalid', detail, { faults: [{ pointer: '/cause/to', message }] });
}
