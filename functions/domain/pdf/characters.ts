/** Kinds of bytes in PDF (ISO 32000-1, 7.2.2). */
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map(character => character.charCodeAt(0)));

export const isWhite = (byte: number): boolean => WHITE.has(byte);
export const isRegular = (byte: number): boolean => !WHITE.has(byte) && !DELIMITERS.has(byte);

/** The value of a hexadecimal digit; -1 for any other byte. */
export function hexDigit(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  if (byte >= 65 && byte <= 70) return byte - 55;
  if (byte >= 97 && byte <= 102) return byte - 87;
  return -1;
}
