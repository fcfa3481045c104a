import * as z from 'zod';
import { nameOfCharacter } from '../character-names.ts';
import { faultAt, says } from '../words.ts';

/** Signs that stand where an apostrophe is meant: bent the wrong way by an office program, or taken from the next key. */
const BENT_WRONG = /[‘‛]/g;
const NEXT_KEY = /[`´′]/g;
/** Hyphens by other names: one that must not end a line, and Unicode's own. */
const HYPHENS = /[\u2010\u2011]/g;

const NOT_OF_NAMES = /[^\p{L}\p{M} .'’·/-]/gu;
const MOST_NAMED = 5;

/** A name as it is kept: what is plain but differently encoded (blanks that do not break, bent apostrophes, hyphens) in one form. */
function readName(text: string): string {
  return text
    .normalize('NFC')
    .replace(BENT_WRONG, '’')
    .replace(NEXT_KEY, "'")
    .replace(HYPHENS, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Family and given names as written on papers: letters of any language, spaces, apostrophes, dots, hyphens, strokes; 2–100 characters. */
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
        en: `holds characters that are not of a name (${list('en')})`,
      };
      context.addIssue(faultAt([], words));
    }
  })
  .refine(
    name => /^['’]?\p{L}/u.test(name),
    says({ vi: 'họ tên bắt đầu bằng chữ cái', en: 'a name that begins with a letter' }),
  )
  .meta({ id: 'PersonName', description: 'Full name (họ và tên)', example: 'Nguyễn Văn An' });
