import { needlessCharacters, normalizeText, refusalOf } from '../../../../schemas/text.ts';
import { textsWithin } from '../../../../schemas/texts-within.ts';
import type { Read } from './reading.ts';

/**
 * The texts of a published row, normalized. Publications contain leftovers of word processors (bullets of symbol
 * fonts, direction marks) that are invisible: they are removed, with a warning that names each.
 */
export function publishedTexts<T>(row: T): Read<T> {
  const { value, faults } = textsWithin(row, text => normalizeText(readable(text)));
  const warnings = faults.map(({ pointer, message }) => ({
    code: 'character-left-out' as const,
    field: pointer,
    message: { vi: `${message.vi}; đã bỏ các ký tự đó.`, en: `It ${message.en}; they were removed.` },
  }));
  // Only texts were changed, each into another text.
  return { value: value as T, warnings };
}

function readable(text: string): string {
  if (refusalOf(text) === undefined) return text;
  const needless = new Set(needlessCharacters(text).map(({ place }) => place));
  return [...text].filter((_, index) => !needless.has(index + 1)).join('');
}
