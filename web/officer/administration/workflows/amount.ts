/** A number as people type it, with a comma or a point; what is none is NaN, which the API refuses. */
export function amountTyped(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** What a field shows: as it was typed while that is still meant, otherwise the number; nothing for no number. */
export function amountShown(amount: number, typed: string): string {
  if (Object.is(amountTyped(typed), amount)) return typed;
  // A draft that was kept has `null` where there was no number.
  return Number.isFinite(amount) ? String(amount) : '';
}
