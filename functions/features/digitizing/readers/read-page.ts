import type { PageText } from '../../../../schemas/stored/page-text.ts';
import { isBlank } from '../../../domain/digitizing/blank.ts';
import { skewOf, straightened } from '../../../domain/digitizing/deskew.ts';
import { flattened } from '../../../domain/digitizing/flatten.ts';
import { type GreyImage, turned } from '../../../domain/digitizing/grey-image.ts';
import { isGoodLayer, meanConfidence, READABLE, textOf } from '../../../domain/digitizing/page-text.ts';
import { codesOn } from './codes.ts';
import type { Ocr } from './ocr.ts';
import type { Pages } from './pages.ts';
import type { SearchablePage } from './searchable-pdf.ts';

/** A picture of nothing. */
const NOTHING: GreyImage = { width: 1, height: 1, data: Uint8Array.of(255) };

export interface PageRead {
  readonly text: PageText;
  /** The page made readable, where that was asked for. */
  readonly shown: SearchablePage;
}

/**
 * Reads a page, counted from 0: its own text where it is good, otherwise its picture, upright, straight, and with even
 * light. `shown`: the picture made readable is wanted.
 */
export async function readPage(
  pages: Pages,
  index: number,
  ocr: () => Promise<Ocr>,
  shown: boolean,
): Promise<PageRead> {
  const layer = pages.layer(index);
  const hasMore = pages.hasMore(index);
  const common = { page: index + 1, turned: 0, skew: 0 } as const;
  const isGood = isGoodLayer(textOf(layer), hasMore);
  // Nothing on it but text that is known: a picture is needed for the copy only.
  const picture = isGood && !hasMore && !shown ? NOTHING : await pages.picture(index);
  if (isGood) {
    const codes = hasMore ? await codesOn(picture) : [];
    const text: PageText = {
      ...common,
      source: 'layer',
      state: 'read',
      confidence: 100,
      lines: layer,
      codes,
    };
    return { text, shown: { image: picture, lines: layer } };
  }
  if (isBlank(picture)) {
    const text: PageText = {
      ...common,
      source: 'none',
      state: 'blank',
      confidence: null,
      lines: [],
      codes: [],
    };
    return { text, shown: { image: picture, lines: [] } };
  }
  const reader = await ocr();
  const quarters = reader.uprightBy(picture) ?? 0;
  const upright = turned(picture, quarters);
  const skew = skewOf(upright);
  const image = flattened(straightened(upright, skew));
  const lines = reader.read(image);
  const confidence = meanConfidence(lines);
  const readable = confidence !== null && confidence >= READABLE;
  const text: PageText = {
    page: index + 1,
    source: 'ocr',
    state: readable ? 'read' : 'unreadable',
    confidence,
    turned: quarters,
    skew,
    lines,
    codes: await codesOn(image),
  };
  return { text, shown: { image, lines: readable ? lines : [] } };
}
