import type { PageLine } from '../../../../schemas/stored/page-text.ts';
import type { GreyImage } from '../../../domain/digitizing/grey-image.ts';

/** The pages of a file, to be read one by one. */
export interface Pages {
  readonly count: number;
  /** The text that the file itself has on a page, counted from 0. */
  layer(page: number): PageLine[];
  /** Whether there is more on a page than text: pictures, drawings. */
  hasMore(page: number): boolean;
  /** The page as its reader would see it, upright as far as the file knows. */
  picture(page: number): Promise<GreyImage>;
  close(): void;
}

/** Long side of the pictures that are read: A4 at 200 dpi, at which characters are told best for their cost. */
export const LONG_SIDE = 2340;

/** Small pictures are enlarged, but not beyond this: nothing new would be seen. */
export const ENLARGED_AT_MOST = 2;
