import * as z from 'zod';
import { says } from '../words.ts';

/** What people write between the digits of a number: blanks, dots, dashes of any length, brackets, strokes. */
const BETWEEN = /[\s\p{Pd}\p{Default_Ignorable_Code_Point}\u2212.·()[\]/_]/gu;

/** Digits within the country: mobile numbers have nine, those of offices ten with the province, old ones ten. */
const NATIONAL = /^[1-9]\d{8,9}$/;
/** A mobile number without its zero, as spreadsheets leave it. */
const BARE_MOBILE = /^[35789]\d{8}$/;
/** E.164: country code and number, 15 digits at the most. */
const ABROAD = /^[1-9]\d{6,14}$/;

/**
 * A telephone number in any notation, as `+` with country code and digits (E.164): `0912 345 678`, `(091) 234.5678`,
 * `84912345678` and `+84 0912345678` are `+84912345678`. Numbers of other countries need their `+` or `00`. Undefined
 * if it is not a number.
 */
export function readPhoneNumber(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(BETWEEN, '');
  const [, prefix = '', rest = ''] = /^(\+|00|)(\d+)$/.exec(digits) ?? [];
  if (prefix !== '') return rest.startsWith('84') ? vietnamese(rest.slice(2)) : abroad(rest);
  if (rest.startsWith('0')) return vietnamese(rest);
  if (BARE_MOBILE.test(rest)) return `+84${rest}`;
  return rest.startsWith('84') ? vietnamese(rest.slice(2)) : undefined;
}

function vietnamese(digits: string): string | undefined {
  const national = digits.replace(/^0/, '');
  return NATIONAL.test(national) ? `+84${national}` : undefined;
}

const abroad = (digits: string) => (ABROAD.test(digits) ? `+${digits}` : undefined);

/** A number as searches use it: within Viet Nam, as dialled there. */
export function phoneKey(number: string): string {
  const read = readPhoneNumber(number) ?? number;
  return read.startsWith('+84') ? `0${read.slice(3)}` : read;
}

/** The earlier, laxer rule: stored dossiers may have texts that are not numbers (`0000000000`). */
const TAKEN_BEFORE = /^(0|\+84)\d{9,10}$/;

/** A telephone number, stored in one form however it was written. */
export const phoneNumber = z
  .string()
  .max(40)
  .overwrite(text => readPhoneNumber(text) ?? text)
  .refine(
    text => readPhoneNumber(text) !== undefined || TAKEN_BEFORE.test(text),
    says({
      vi: 'phải là số điện thoại trong nước như 0912345678, hoặc số nước ngoài có dấu + và mã nước như +1 415 555 2671',
      en: 'must be a Vietnamese telephone number such as 0912345678, or a foreign one with + and country code such as +1 415 555 2671',
    }),
  )
  .meta({
    id: 'PhoneNumber',
    description:
      'Telephone number, in Viet Nam or with + and country code; spaces and signs between digits are accepted; returned as E.164',
    example: '0912345678',
  });
