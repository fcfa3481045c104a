/** Letters without diacritics, small: `Nguyễn Văn Á` and `NGUYEN VAN A` are the same. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

/** The different words of a text, folded, in the order of the alphabet: their order in the text does not matter. */
export function wordsOf(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])].sort();
}
