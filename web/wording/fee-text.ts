import type { Fee } from '../api/generated.ts';
import type { Formats } from './formats.ts';
import { wording } from './language.tsx';

/** A published fee in words. */
export const feeText = wording<(fee: Fee, formats: Formats) => string>({
  vi(fee, formats) {
    if (fee.kind === 'free') return 'Không thu phí, lệ phí';
    const amount = formats.dong(fee.amount);
    return fee.kind === 'flat' ? amount : `${amount} mỗi ${fee.unit === 'page' ? 'trang' : 'bản'}`;
  },
  en(fee, formats) {
    if (fee.kind === 'free') return 'Free of charge';
    const amount = formats.dong(fee.amount);
    return fee.kind === 'flat' ? amount : `${amount} for each ${fee.unit}`;
  },
});
