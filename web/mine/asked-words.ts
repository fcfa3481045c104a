import { wording } from '../wording/language.tsx';
import type { Asked } from './asked-of-me.ts';

/** What is asked of an applicant, in a few words. */
export const askedWords = wording<Readonly<Record<Asked, string>>>({
  vi: {
    supplement: 'Cơ quan yêu cầu bạn bổ sung hồ sơ',
    pay: 'Cần nộp phí, lệ phí hoặc thực hiện nghĩa vụ tài chính',
    payToCollect: 'Đã có kết quả: cần nộp phí, lệ phí để nhận',
    collect: 'Đã có kết quả: mời bạn đến nhận',
    payLater: 'Phí, lệ phí chưa nộp',
  },
  en: {
    supplement: 'You are asked for a supplement',
    pay: 'A fee or another sum is to be paid',
    payToCollect: 'The result is there: pay the fee to receive it',
    collect: 'The result is there: please collect it',
    payLater: 'The fee is not paid yet',
  },
});
