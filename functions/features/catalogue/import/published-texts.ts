import { normalizeText } from '../../../../schemas/text.ts';
import { refusalOfCharacters, withoutNeedless } from '../../../../schemas/text-faults.ts';
import { textsWithin } from '../../../../schemas/texts-within.ts';
import type { Read } from './reading.ts';

/**
 * The texts of a published row, normalized. Publications contain leftovers of word processors (bullets of symbol
 * fonts, direction marks) that are invisible: they are removed, with a warning that names each.
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
    message: { vi: `${message.vi}; đã bỏ các ký tự đó.`, en: `It ${message.en}; they were removed.` },
  }));
  // Only texts were changed, each into another text.
  return { value: value as T, warnings };
}
