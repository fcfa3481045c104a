import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';
import { toRfc3339 } from '../vietnam-time.ts';
import { momentText } from '../wording/dates.ts';
import type { Counted, Quota } from './quota.ts';
import type { QuotaDay } from './quota-day.ts';

const countedNames: Readonly<Record<Counted, Words>> = {
  submissions: { vi: 'lượt nộp hồ sơ trực tuyến', en: 'online submissions' },
  uploads: { vi: 'lượt tải tệp lên', en: 'uploads' },
  exports: { vi: 'lượt xuất danh sách', en: 'exports' },
  searches: { vi: 'lượt tra cứu', en: 'searches' },
};

const holderNames: Readonly<Record<Quota['of'], Words>> = {
  person: { vi: 'mỗi người', en: 'one person' },
  organisation: { vi: 'mỗi tổ chức', en: 'one organization' },
  officer: { vi: 'mỗi cán bộ', en: 'one officer' },
  portal: { vi: 'cổng này', en: 'this portal' },
  procedure: { vi: 'thủ tục này', en: 'this procedure' },
};

/** The refusal of what goes beyond a quota: which one, how much it is, and when it begins anew. */
export function usedUp({ counted, of, limit }: Quota, { endsAt }: QuotaDay): ProblemError {
  const [what, whose] = [countedNames[counted], holderNames[of]];
  return new ProblemError(
    'quota-used-up',
    {
      vi: `Đã dùng hết ${limit} ${what.vi} trong ngày của ${whose.vi}; được tính lại từ ${momentText(endsAt)}.`,
      en: `The ${limit} ${what.en} a day of ${whose.en} are used up; counting begins anew at ${toRfc3339(endsAt)}.`,
    },
    { facts: { quota: { counted, of, limit, renewsAt: toRfc3339(endsAt) } }, until: endsAt },
  );
}
