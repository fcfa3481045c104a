import { type CodeRead, takeApart, tidyCode, typedCode } from './typed-code.ts';

/** Letters and digits that are told apart on paper (Crockford): no I, L, O, U. */
export const VERIFICATION_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 signs of five bits each: 130 bits, which nobody guesses. */
export const VERIFICATION_SIGNS = 26;

/** A code as it is printed, in groups that the eye keeps apart. */
export function groupedCode(signs: string): string {
  return (signs.match(/.{5}(?=.{5})|.+/g) ?? []).join('-');
}

/** Reads the code of a result as people type it off the paper. */
export function readTypedVerificationCode(text: string): CodeRead {
  const signs = takeApart(tidyCode(text))?.compact.replaceAll('O', '0').replace(/[IL]/g, '1') ?? '';
  if (signs.length === VERIFICATION_SIGNS && [...signs].every(sign => VERIFICATION_ALPHABET.includes(sign)))
    return { code: groupedCode(signs) };
  return {
    wrong: {
      vi: `mã tra cứu in trên kết quả gồm ${VERIFICATION_SIGNS} chữ và số`,
      en: `the code printed on a result has ${VERIFICATION_SIGNS} letters and digits`,
    },
  };
}

export const typedVerificationCode = typedCode(readTypedVerificationCode).meta({
  id: 'VerificationCode',
  description: 'Code printed on a result (mã tra cứu kết quả); case, blanks and dashes do not matter',
  example: '7QK2M-04HXT-9ZB3W-C1VND-5RYEA8',
});
