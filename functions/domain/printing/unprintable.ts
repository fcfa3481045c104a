import { codePointOf } from '../../../schemas/character-names.ts';
import { normalizeText } from '../../../schemas/text.ts';
import { drawnBySome, fontFor } from './fonts.ts';
import { isLaidOut, isLoneMark, partsOf } from './parts.ts';

/**
 * A character that no available font can draw in its place, with its position in the text, counted in characters from
 * 1.
 */
export interface UnprintableCharacter {
  readonly character: string;
  readonly codePoint: string;
  readonly position: number;
}

/** The characters of a text that would be missing from a document. */
export function unprintableCharacters(text: string): UnprintableCharacter[] {
  const found: UnprintableCharacter[] = [];
  let position = 1;
  for (const part of partsOf(normalizeText(text))) {
    const characters = [...part];
    const at = position;
    position += characters.length;
    if (isLaidOut(part) || fontFor([part]) !== undefined) continue;
    const missing = isLoneMark(part) ? characters : characters.filter(character => !drawnBySome(character));
    // Each can be drawn by some font, but no font draws them together: the marks cannot be placed.
    const named = missing.length > 0 ? missing : characters.slice(1);
    for (const character of named) {
      found.push({
        character,
        codePoint: codePointOf(character),
        position: at + characters.indexOf(character),
      });
    }
  }
  return found;
}
