import type { PdfView } from './document.ts';
import { isArray, isName, type PdfDict, PdfRef, type PdfValue } from './values.ts';

const MOST_PAGES = 20_000;
const DEEPEST = 64;

export interface Page {
  readonly ref: PdfRef;
  readonly dict: PdfDict;
}

/** The pages of a revision in their order. A page that is no object of its own is left out. */
export function pagesOf(view: PdfView): readonly Page[] {
  const pages: Page[] = [];
  const seen = new Set<number>();
  function walk(item: PdfValue | undefined, depth: number): void {
    if (!(item instanceof PdfRef) || seen.has(item.number) || seen.size > MOST_PAGES || depth > DEEPEST)
      return;
    seen.add(item.number);
    const dict = view.dict(item);
    if (!dict) return;
    const kids = view.resolve(dict.get('Kids'));
    if (isArray(kids)) for (const kid of kids) walk(kid, depth + 1);
    else if (!isName(view.resolve(dict.get('Type')), 'Pages')) pages.push({ ref: item, dict });
  }
  walk(view.catalog.get('Pages'), 0);
  return pages;
}
