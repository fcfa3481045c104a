import * as z from 'zod';
import { says } from '../words.ts';
import { identityNumber } from './identity-number.ts';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Whether the tenth digit of a tax code (mã số thuế) is the check digit of the nine before it. */
export function hasRightCheckDigit(code: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code.charAt(index)), 0);
  const check = 10 - (sum % 11);
  // A remainder of 10 gives the digit 0; a remainder of 0 would need the digit 10 and is never issued.
  return check === Number(code.charAt(9));
}

const wrong = says({
  vi: 'phải là mã số thuế 10 chữ số đúng số kiểm tra (chi nhánh thêm -001 đến -999), hoặc số định danh cá nhân 12 chữ số của hộ, cá nhân kinh doanh',
  en: 'must be a tax code: 10 digits with a correct check digit (plus -001 to -999 for a branch), or the 12-digit personal number of a household business',
});

/**
 * Tax code: ten digits with a check digit, or with a branch number `-001` … `-999`. TT 86/2024/TT-BTC: since 1 July
 * 2025 the 12-digit personal number is the tax code of households, household businesses and individuals.
 */
export const taxCode = z
  .string()
  .regex(/^(\d{10}(-(00[1-9]|0[1-9]\d|[1-9]\d{2}))?|\d{12})$/, wrong)
  .refine(
    code => (code.length === 12 ? identityNumber.safeParse(code).success : hasRightCheckDigit(code)),
    wrong,
  )
  .meta({ id: 'TaxCode', description: 'Tax code (mã số thuế)', example: '0100109106' });
