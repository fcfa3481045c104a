import * as z from 'zod';
import { says } from '../words.ts';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Whether the tenth digit of a tax code (mã số thuế) is the check digit of the nine before it. */
export function hasRightCheckDigit(code: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code.charAt(index)), 0);
  const check = 10 - (sum % 11);
  // A remainder of 10 gives the digit 0; a remainder of 0 would need the digit 10 and is never issued.
  return check === Number(code.charAt(9));
}

/** Tax code of an organisation: ten digits with a check digit, or with a branch number `-001` … `-999`. */
export const taxCode = z
  .string()
  .regex(
    /^\d{10}(-(?!000)\d{3})?$/,
    says({
      vi: 'phải gồm 10 chữ số, thêm -001 đến -999 cho đơn vị phụ thuộc',
      en: '10 digits, with -001 to -999 for a branch',
    }),
  )
  .refine(
    hasRightCheckDigit,
    says({ vi: 'phải là mã số thuế có chữ số kiểm tra đúng', en: 'a tax code whose check digit is right' }),
  )
  .meta({ id: 'TaxCode', description: 'Tax code (mã số thuế)', example: '0100109106' });
