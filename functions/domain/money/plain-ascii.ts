/**
 * A text in the letters that every bank passes on: no accents, no signs outside of ASCII, single blanks. Banks drop or
 * replace the rest.
 */
export const plainAscii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x21-\x7e]+/g, ' ')
    .trim();
