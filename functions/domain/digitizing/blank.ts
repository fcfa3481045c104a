import { type GreyImage, shrunk } from './grey-image.ts';

/** A margin that scanners darken. */
const MARGIN = 0.03;
/** So much darker than the page itself is ink. */
const CONTRAST = 60;
/** Dust and the other side shining through cover less than this. */
const LEAST_INK = 0.0004;

/** Whether nothing is written on a page. */
export function isBlank(image: GreyImage): boolean {
  const { width, height, data } = shrunk(image, Math.max(1, Math.floor(image.width / 800)));
  const [left, top] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)];
  const counts = new Uint32Array(256);
  for (let y = top; y < height - top; y += 1)
    for (let x = left; x < width - left; x += 1) {
      const value = data[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  const pixels = counts.reduce((sum, count) => sum + count, 0);
  let [page, seen] = [-1, 0];
  while (page < 255 && seen * 2 < pixels) {
    page += 1;
    seen += counts[page] ?? 0;
  }
  const ink = counts.subarray(0, Math.max(0, page - CONTRAST)).reduce((sum, count) => sum + count, 0);
  return ink < pixels * LEAST_INK;
}
