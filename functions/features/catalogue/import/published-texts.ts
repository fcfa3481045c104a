import { normalizeText } from '../../../../schemas/text.ts';
import { refusalOfCharacters, withoutNeedless } from '../../../../schemas/text-faults.ts';
import { textsWithin } from '../../../../schemas/texts-within.ts';
import type { Read } from './reading.ts';

/**
 * The texts of a published row, composed. Publications hold leftovers of word processors (bullets of symbol fonts, marks of direction)
 * that show nothing anywhere: they are left out, with a warning that names each.
 */
export function publishedTexts<T>(row: T): Read<T> {
  const { value, faults } = textsWithin(
    row,
    text => normalizeText(withoutNeedless(text)),
    refusalOfCharacters,
  );
  const warnings = faults.map(({ pointer, message }) => ({
    code: 'character-left-out' as const,
    field: pointer,
    message: { vi: `${message.vi}; đã bỏ các ký tự đó.`, en: `It ${message.en}; they are left out.` },
  }));
  // Only texts were changed, each into a text.
  return { value: value as T, warnings };
}
