import type { ReturnMethod } from '../api/generated.ts';
import { wording } from '../wording/language.tsx';

/** How results are returned. */
export const returnWords = wording<Readonly<Record<ReturnMethod, string>>>({
  vi: {
    electronic: 'Bản điện tử, nhận trên trang này',
    counter: 'Nhận trực tiếp tại nơi tiếp nhận',
    post: 'Gửi qua bưu chính',
  },
  en: {
    electronic: 'Electronically, on these pages',
    counter: 'At the counter where it was received',
    post: 'By post',
  },
});
