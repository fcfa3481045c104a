import { type ReceiptName, serialLetters } from '../../../../schemas/money/receipt-name.ts';
import { ReceiptRefusal } from './refusal.ts';

/** The largest number of eight digits. */
const LAST = 99_999_999;

/**
 * The serial (ký hiệu) of a year: its last two digits, `T`, and the two letters that the body chose.
 *
 * @throws RangeError for a year outside of 2000 to 2099, and for letters that are not allowed.
 */
export function serialOf(year: number, letters: string): string {
  if (!Number.isInteger(year) || year < 2000 || year > 2099)
    throw new RangeError(`${year} has no serial: two digits stand for 2000 to 2099`);
  if (!serialLetters.safeParse(letters).success)
    throw new RangeError(`${letters} are not two letters that a serial may have`);
  return `${String(year % 100).padStart(2, '0')}T${letters}`;
}

/** The year that a serial is of. */
export const yearOfSerial = (serial: string): number => 2000 + Number(serial.slice(0, 2));

/** A number of a year. */
export interface NumberOfYear {
  readonly year: number;
  readonly number: number;
}

/**
 * The number after the last one of the same body, form and letters. Numbers begin at 1 on the first day of use of each
 * year (NĐ 254/2026/NĐ-CP Điều 23 khoản 2).
 *
 * @param last null if none was ever given.
 * @throws ReceiptRefusal `year-ended`, `numbers-used-up`.
 */
export function nextNumber(last: NumberOfYear | null, year: number): number {
  if (last === null || last.year < year) return 1;
  if (last.year > year)
    throw new ReceiptRefusal({
      code: 'year-ended',
      words: {
        vi: `đã lập biên lai của năm ${last.year}, không lập tiếp biên lai của năm ${year}`,
        en: `receipts of ${last.year} have been made, so none of ${year} can follow`,
      },
    });
  if (last.number >= LAST)
    throw new ReceiptRefusal({
      code: 'numbers-used-up',
      words: {
        vi: `đã dùng hết ${LAST} số của năm ${year}; cần đăng ký ký hiệu khác`,
        en: `all ${LAST} numbers of ${year} are used; another serial is needed`,
      },
    });
  return last.number + 1;
}

/** @throws ReceiptRefusal where a provider numbers the serial: one serial is counted at one place. */
export function demandOwnSerial(serial: string, provider: string | null): void {
  if (provider === null) return;
  throw new ReceiptRefusal({
    code: 'serial-of-provider',
    words: {
      vi: `ký hiệu ${serial} do nhà cung cấp ${provider} đánh số; hãy công bố hai chữ cái khác cho biên lai tự lập`,
      en: `the serial ${serial} is numbered by ${provider}: publish other letters for receipts issued here`,
    },
  });
}

/** A number as it is written, with eight digits. */
export const writtenNumber = (number: number): string => String(number).padStart(8, '0');

/** The id of a receipt among those of its body: `EBL01-26TAA-00000012`. It says nothing of a person. */
export const receiptId = ({ form, serial, number }: ReceiptName): string =>
  `${form}-${serial}-${writtenNumber(number)}`;
