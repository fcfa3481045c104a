/**
 * An amount as people type it: `1.500.000` and `1500000 đ` are both one and a half million. What is no whole amount
 * stays as typed, for the API to refuse.
 */
export function amountOf(text: string): number | string {
  const digits = text.replaceAll(/[.\s]|đ$|đồng$/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : text;
}
