import type { PdfView } from '../pdf/document.ts';
import { pagesOf } from '../pdf/pages.ts';
import { isArray, type PdfDict, type PdfValue } from '../pdf/values.ts';
import type { Place } from './place-field.ts';

/** Points: three lines of ten, within the twenty millimetres that documents leave free at the top. */
const WIDTH = 280;
const HEIGHT = 42;
const MARGIN = 8;
const DEEPEST = 64;

/**
 * Where a digitized copy is marked: in the upper right corner of the first page (NĐ 30/2020/NĐ-CP, annex I). Undefined
 * where the page is turned or has no size: then the seal is not drawn.
 */
export function copyPlace(view: PdfView): Place | undefined {
  const [page] = pagesOf(view);
  if (!page || Number(inherited(view, page.dict, 'Rotate') ?? 0) !== 0) return undefined;
  const box = inherited(view, page.dict, 'CropBox') ?? inherited(view, page.dict, 'MediaBox');
  const [x1, y1, x2, y2] = isArray(box) ? box.map(value => Number(view.resolve(value))) : [];
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
  const [left, right, top, bottom] = [Math.min(x1, x2), Math.max(x1, x2), Math.max(y1, y2), Math.min(y1, y2)];
  const width = Math.min(WIDTH, right - left - 2 * MARGIN);
  const height = Math.min(HEIGHT, top - bottom - 2 * MARGIN);
  if (!(width > 0) || !(height > 0)) return undefined;
  const [edge, ceiling] = [right - MARGIN, top - MARGIN];
  return { page: 1, rectangle: [edge - width, ceiling - height, edge, ceiling] };
}

/** An attribute of a page that its ancestors may give it. */
function inherited(view: PdfView, page: PdfDict, name: string): PdfValue | undefined {
  let dict: PdfDict | undefined = page;
  for (let depth = 0; dict && depth < DEEPEST; depth++) {
    const own = view.resolve(dict.get(name));
    if (own !== null) return own;
    dict = view.dict(dict.get('Parent'));
  }
  return undefined;
}
