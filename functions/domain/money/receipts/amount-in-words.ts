import readNumber, { ReadingConfig } from 'read-vietnamese-number';
import type { Dong } from '../../../../schemas/money/dong.ts';

/**
 * The reading of numbers as official papers have it: nghìn, tỷ, linh (một trăm linh năm), and the currency at the
 * end.
 */
const OFFICIAL = Object.assign(new ReadingConfig(), {
  unit: ['đồng'],
  units: [[], ['nghìn'], ['triệu'], ['tỷ']],
  oddText: 'linh',
});

/** An amount in Vietnamese words (số tiền bằng chữ): `Một trăm linh năm nghìn đồng`. */
export function amountInWords(amount: Dong): string {
  const words = readNumber(String(amount), OFFICIAL);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}
