import type { PdfUpdate } from '../pdf/update.ts';
import { isArray, isDict, type PdfRef } from '../pdf/values.ts';

/** How large the place of a field is, in points. */
export function sizeOf(
  update: PdfUpdate,
  field: PdfRef,
): { readonly width: number; readonly height: number } {
  const dict = update.get(field);
  const rectangle = isDict(dict) ? update.view.resolve(dict.get('Rect')) : null;
  const [left = 0, bottom = 0, right = 0, top = 0] = isArray(rectangle) ? rectangle.map(Number) : [];
  return { width: Math.max(1, Math.abs(right - left)), height: Math.max(1, Math.abs(top - bottom)) };
}
