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
  person: { vi: 'Mỗi người', en: 'one person' },
  organisation: { vi: 'Mỗi tổ chức', en: 'one organization' },
  officer: { vi: 'Mỗi cán bộ', en: 'one officer' },
  portal: { vi: 'Cổng này', en: 'this portal' },
  procedure: { vi: 'Thủ tục này', en: 'this procedure' },
};

/** The refusal of what goes beyond a quota: which one, how much it is, and when it begins anew. */
export function usedUp({ counted, of, limit }: Quota, { endsAt }: QuotaDay): ProblemError {
  const [what, whose] = [countedNames[counted], holderNames[of]];
  const otherwise: Words =
    counted === 'submissions'
      ? { vi: ', hoặc nộp trực tiếp tại Bộ phận Một cửa', en: ', and the counter takes dossiers at any time' }
      : { vi: '', en: '' };
  return new ProblemError(
    'quota-used-up',
    {
      vi: `${whose.vi} có ${limit.toLocaleString('vi-VN')} ${what.vi} trong một ngày, hôm nay đã dùng hết. Vui lòng thử lại từ ${momentText(endsAt)}${otherwise.vi}.`,
      en: `The ${limit} ${what.en} a day of ${whose.en} are used up; counting begins anew at ${toRfc3339(endsAt)}${otherwise.en}.`,
    },
    { facts: { quota: { counted, of, limit, renewsAt: toRfc3339(endsAt) } }, until: endsAt },
  );
}
