import { type GreyImage, shrunk } from './grey-image.ts';

/** Scans lie up to a few degrees askew; more is a photograph’s perspective, which turning would not mend. */
const MOST = 5;
const COARSE = 0.5;
const FINE = 0.1;
/** Less is not seen, and turning blurs. */
const LEAST = 0.2;

/** Wide enough to tell a tenth of a degree. */
const MEASURED_WIDTH = 800;

/**
 * How many degrees a page must be turned to the right to lie straight. Lines of text that lie straight give rows that
 * are either full or empty, so the profile of rows differs most from row to row.
 */
export function skewOf(image: GreyImage): number {
  const small = shrunk(image, Math.max(1, Math.floor(image.width / MEASURED_WIDTH)));
  const ink = inkOf(small);
  if (ink.length === 0) return 0;
  const best = (from: number, to: number, step: number) => {
    let [angle, most] = [0, -1];
    for (let each = from; each <= to + 1e-9; each += step) {
      const sharpness = sharpnessAt(ink, small.height, each);
      if (sharpness > most) [angle, most] = [each, sharpness];
    }
    return angle;
  };
  const coarse = best(-MOST, MOST, COARSE);
  const fine = best(coarse - COARSE, coarse + COARSE, FINE);
  return Math.abs(fine) < LEAST || Math.abs(fine) >= MOST ? 0 : Math.round(fine * 10) / 10;
}

/** Places of dark pixels, across and down. */
function inkOf({ width, height, data }: GreyImage): Int32Array {
  let sum = 0;
  for (const value of data) sum += value;
  const dark = (sum / data.length) * 0.7;
  const places: number[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if ((data[y * width + x] ?? 255) < dark) places.push(x, y);
  return Int32Array.from(places);
}

function sharpnessAt(ink: Int32Array, height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Int32Array(2 * height);
  for (let at = 0; at < ink.length; at += 2) {
    const row = Math.round((ink[at + 1] ?? 0) + slope * (ink[at] ?? 0)) + (height >> 1);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sharpness = 0;
  for (let row = 1; row < rows.length; row += 1) sharpness += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sharpness;
}

/** Turned to the right by some degrees around its middle; what comes in from outside is white. */
export function straightened({ width, height, data }: GreyImage, degrees: number): GreyImage {
  if (degrees === 0) return { width, height, data };
  const angle = (-degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [middleX, middleY] = [width / 2, height / 2];
  const result = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = cos * (x - middleX) - sin * (y - middleY) + middleX;
      const fromY = sin * (x - middleX) + cos * (y - middleY) + middleY;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [right, down] = [fromX - left, fromY - top];
      const at = top * width + left;
      const above = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
      const below = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
      result[y * width + x] = above * (1 - down) + below * down;
    }
  }
  return { width, height, data: result };
}
