import { PdfName, PdfString, type PdfValue } from '../pdf/values.ts';

/** Whether two values that hold no others are the same. */
export function samePlain(one: PdfValue, other: PdfValue): boolean {
  if (one instanceof PdfName && other instanceof PdfName) return one.value === other.value;
  if (one instanceof PdfString && other instanceof PdfString) return one.bytes.equals(other.bytes);
  return one === other;
}
