import { creditedOutage } from '../../../law/rights/two-people.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';
import { DAY, type Instant, parseInstant } from '../vietnam-time.ts';

/**
 * Refuses an outage that is none: it ends before it begins, is not over yet, or would move every
 * date by more than an outage can.
 */
export function demandCreditableOutage(
  outage: { readonly from: string; readonly to: string },
  now: Instant,
): void {
  const [from, to] = [parseInstant(outage.from), parseInstant(outage.to)];
  const { longestDays } = creditedOutage;
  if (to <= from) {
    refuse(
      {
        vi: 'Thời điểm kết thúc gián đoạn phải sau thời điểm bắt đầu.',
        en: 'The outage must end after it begins.',
      },
      { vi: 'phải sau “from”', en: 'must be after from' },
    );
  }
  if (to > now) {
    refuse(
      {
        vi: 'Thời gian gián đoạn chưa kết thúc: chỉ cộng bù sau khi hệ thống đã hoạt động trở lại.',
        en: 'The outage is not over yet: it is credited once the system works again.',
      },
      { vi: 'phải là thời điểm đã qua', en: 'must be in the past' },
    );
  }
  if (to - from > longestDays * DAY) {
    refuse(
      {
        vi: `Mỗi lần chỉ được cộng bù tối đa ${longestDays} ngày gián đoạn; hãy kiểm tra lại thời gian đã ghi.`,
        en: `At most ${longestDays} days of an outage can be credited at once: check the times given.`,
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
