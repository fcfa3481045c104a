import { codePointOf } from '../../../schemas/character-names.ts';
import { normalizeText } from '../../../schemas/text.ts';
import { drawnBySome, fontFor } from './fonts.ts';
import { isLaidOut, isLoneMark, partsOf } from './parts.ts';

/**
 * A text as a form shows it: composed, and with the code of each character that no font draws in its place
 * (`[U+1F600]`). A decision with such a character is refused before it is signed; what is already in a ledger is
 * printed all the same, and shows that something is there.
 */
export function shownText(text: string): string {
  return partsOf(normalizeText(text))
    .map(part => {
      if (isLaidOut(part) || fontFor([part]) !== undefined) return part;
      return [...part]
        .map(character =>
          drawnBySome(character) && !isLoneMark(character) ? character : `[${codePointOf(character)}]`,
        )
        .join('');
    })
    .join('');
}
