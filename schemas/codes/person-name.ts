import * as z from 'zod';
import { nameOfCharacter } from '../character-names.ts';
import { faultAt, says } from '../words.ts';

/**
 * Characters used in place of an apostrophe: curled the wrong way by an office program, or from the neighboring key.
 */
const BENT_WRONG = /[‘‛]/g;
const NEXT_KEY = /[`´′]/g;
/** Alternative hyphens: the non-breaking one and Unicode's own. */
const HYPHENS = /[\u2010\u2011]/g;

const NOT_OF_NAMES = /[^\p{L}\p{M} .'’·/-]/gu;
const MOST_NAMED = 5;

/** A name as stored: equivalent characters (non-breaking blanks, curly apostrophes, hyphens) in one form. */
function readName(text: string): string {
  return text
    .normalize('NFC')
    .replace(BENT_WRONG, '’')
    .replace(NEXT_KEY, "'")
    .replace(HYPHENS, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Family and given names as written on papers: letters of any language, spaces, apostrophes, dots, hyphens, strokes;
 * 2–100 characters.
 */
export const personName = z
  .string()
  .overwrite(readName)
  .min(2)
  .max(100)
  .superRefine((name, context) => {
    const strange = [...name.matchAll(NOT_OF_NAMES)].map(({ 0: character, index }) => {
      const place = [...name.slice(0, index)].length + 1;
      const sign = `“${character}” (${nameOfCharacter(character)})`;
      return { vi: `vị trí ${place}: ${sign}`, en: `position ${place}: ${sign}` };
    });
    if (strange.length > 0) {
      const list = (language: 'vi' | 'en') =>
        strange
          .slice(0, MOST_NAMED)
          .map(one => one[language])
          .join('; ');
      const words = {
        vi: `họ tên có ký tự không dùng trong tên người (${list('vi')})`,
        en: `contains characters that are not used in names (${list('en')})`,
      };
      context.addIssue(faultAt([], words));
    }
  })
  .refine(
    name => /^['’]?\p{L}/u.test(name),
    says({ vi: 'họ tên phải bắt đầu bằng chữ cái', en: 'must begin with a letter' }),
  )
  .meta({ id: 'PersonName', description: 'Full name (họ và tên)', example: 'Nguyễn Văn An' });
