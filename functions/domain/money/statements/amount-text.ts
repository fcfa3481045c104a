import { type Dong, dong } from '../../../../schemas/money/dong.ts';
import type { Words } from '../../../../schemas/words.ts';
import { faultWords } from './fault-words.ts';
import { LONGEST_AMOUNT } from './limits.ts';

/** An amount, or why it is none. */
export type ReadAmount = { readonly amount: Dong } | { readonly fault: Words };

/** 1.000.000 | 1,000,000 | 1 000 000 | 1000000, with ,00 or .00: a point before three digits sets off thousands. */
const WRITTEN =
  /^(?:(\d+)(?:[.,]00?)?|([1-9]\d{0,2}(?:([., '\u00A0\u202F])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,]00?)?)$/;
/** A name of the currency that some write beside the number. */
const DONG = /\s*(?:vnd|vnđ|đồng|đ|₫)$/iu;
/** SWIFT: 15 characters, the decimal comma is always there. */
const SWIFT = /^(\d{1,14}),(?:00?)?$/;
/** ISO 20022: at most five decimals, and 18 digits. */
const ISO = /^(\d{1,18})(?:\.0{1,5})?$/;

const NEGATIVE = /^[-\u2212]|^\(.*\)$|[-\u2212]$/;
/** Numbers with decimals, by whoever writes them. */
const DECIMALS = {
  written: /^(?:\d+|\d{1,3}(?:[., '\u00A0\u202F]\d{3})+)[.,]\d{1,5}$/,
  swift: /^\d+,\d+$/,
  iso: /^\d+\.\d+$/,
};

/** An amount as people and spreadsheets write it. */
export function writtenAmount(text: string): ReadAmount {
  if (text.length > LONGEST_AMOUNT) return { fault: faultWords.notAmount(text) };
  const number = text.trim().replace(DONG, '');
  const [, plain, grouped] = WRITTEN.exec(number) ?? [];
  return readAmount(text, plain ?? grouped, DECIMALS.written);
}

/** An amount of MT940, like `1500000,`. */
export const swiftAmount = (text: string): ReadAmount =>
  readAmount(text, SWIFT.exec(text)?.[1], DECIMALS.swift);

/** An amount of ISO 20022, like `1500000.00`. */
export const isoAmount = (text: string): ReadAmount => readAmount(text, ISO.exec(text)?.[1], DECIMALS.iso);

function readAmount(text: string, whole: string | undefined, decimals: RegExp): ReadAmount {
  if (whole !== undefined) {
    const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
    // More digits than these would lose their last ones before they are judged.
    const read = dong.safeParse(digits.length > 15 ? Number.NaN : Number(digits));
    return read.success ? { amount: read.data } : { fault: faultWords.tooMuch(text) };
  }
  if (text.length > LONGEST_AMOUNT) return { fault: faultWords.notAmount(text) };
  const tight = text.trim().replace(DONG, '');
  if (NEGATIVE.test(tight)) return { fault: faultWords.negative(text) };
  return { fault: decimals.test(tight) ? faultWords.decimals(text) : faultWords.notAmount(text) };
}
