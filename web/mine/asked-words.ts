import { wording } from '../wording/language.tsx';
import type { Asked } from './asked-of-me.ts';

/** What is asked of an applicant, in a few words. */
export const askedWords = wording<Readonly<Record<Asked, string>>>({
  vi: {
    supplement: 'Cơ quan yêu cầu ông/bà bổ sung hồ sơ',
    pay: 'Cần nộp phí, lệ phí',
    obligation: 'Nghĩa vụ tài chính: xem thông báo của cơ quan',
    payToCollect: 'Đã có kết quả: cần nộp phí, lệ phí để nhận',
    collect: 'Đã có kết quả: xem cách nhận',
    payLater: 'Phí, lệ phí chưa nộp',
  },
  en: {
    supplement: 'You are asked for a supplement',
    pay: 'The fee is to be paid',
    obligation: 'A sum is due to the state: see the agency’s notice',
    payToCollect: 'The result is there: pay the fee to receive it',
    collect: 'The result is there: see how to receive it',
    payLater: 'The fee is not paid yet',
  },
});
