import { LONGEST_PURPOSE } from '../viet-qr/format.ts';

/**
 * A dossier code as the purpose of a transfer (nội dung chuyển khoản): with blanks, which banks keep, for dots and
 * dashes, which some drop, at most 25 characters. Where those do not suffice, the blanks within the agency's code go
 * first, then all. Undefined for a code of so many parts that it cannot be said: no agency has one.
 */
export function purposeOf(code: string): string | undefined {
  const spaced = code.replaceAll(/[.-]/g, ' ');
  const joined = code.replaceAll('.', '').replaceAll('-', ' ');
  return [spaced, joined, joined.replaceAll(' ', '')].find(text => text.length <= LONGEST_PURPOSE);
}
