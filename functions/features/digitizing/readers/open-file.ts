import type { StoredFile } from '../../../../schemas/stored/file.ts';
import { isGoodLayer, textOf } from '../../../domain/digitizing/page-text.ts';
import type { OpenedFile } from '../digitize.ts';
import { type Ocr, openOcr } from './ocr.ts';
import { openPages } from './picture-pages.ts';
import { type PageRead, readPage } from './read-page.ts';

/** A file opened by the readers of this function. Characters are recognized only where the file has no text. */
export async function openFile(
  type: StoredFile['contentType'],
  bytes: Uint8Array,
): Promise<OpenedFile | undefined> {
  const pages = await openPages(type, bytes);
  if (!pages) return undefined;
  let ocr: Promise<Ocr> | undefined;
  const reader = () => {
    ocr ??= openOcr();
    return ocr;
  };
  return {
    pages: pages.count,
    isSearchable() {
      for (let page = 0; page < pages.count; page += 1)
        if (!isGoodLayer(textOf(pages.layer(page)), pages.hasMore(page))) return false;
      return true;
    },
    async read(page, shown) {
      try {
        return await readPage(pages, page, reader, shown);
      } catch {
        // One page that no reader takes does not keep the others from being read; the engine may be spoilt.
        ocr = undefined;
        return unreadable(page);
      }
    },
    close() {
      pages.close();
      void ocr?.then(each => each.end());
    },
  };
}

/** A page that could not even be shown: it is named, and its copy is empty. */
const unreadable = (page: number): PageRead => ({
  text: {
    page: page + 1,
    source: 'none',
    state: 'unreadable',
    confidence: null,
    turned: 0,
    skew: 0,
    lines: [],
    codes: [],
  },
  shown: { image: { width: 210, height: 297, data: new Uint8Array(210 * 297).fill(255) }, lines: [] },
});
