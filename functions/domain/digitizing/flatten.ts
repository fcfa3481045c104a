import type { GreyImage } from './grey-image.ts';

/** Side of the squares in which paper is told from ink: some lines of text. */
const SQUARE = 32;

/** Of a square’s pixels so many are darker than its paper: ink never covers more. */
const PAPER_SHARE = 0.9;

/** Differences of paper below this are grain, not shadow. */
const EVEN = 24;

/** The shade of the paper, square by square. */
interface Paper {
  readonly across: number;
  readonly down: number;
  readonly shades: Float32Array;
}

/**
 * A picture whose paper is equally white everywhere: shadows and uneven light of photographs are divided out. Pictures
 * with even paper stay as they are, for every change costs sharpness.
 */
export function flattened(image: GreyImage): GreyImage {
  const paper = smoothed(paperOf(image));
  if (spread(paper) < EVEN) return image;
  const { width, height, data } = image;
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shade = Math.max(1, shadeAt(paper, x, y));
      result[y * width + x] = Math.min(255, ((data[y * width + x] ?? 0) * 250) / shade);
    }
  return { width, height, data: result };
}

function paperOf({ width, height, data }: GreyImage): Paper {
  const across = Math.ceil(width / SQUARE);
  const down = Math.ceil(height / SQUARE);
  const shades = new Float32Array(across * down);
  const counts = new Uint32Array(256);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      counts.fill(0);
      let pixels = 0;
      for (let y = row * SQUARE; y < Math.min(height, (row + 1) * SQUARE); y += 1)
        for (let x = column * SQUARE; x < Math.min(width, (column + 1) * SQUARE); x += 1) {
          const value = data[y * width + x] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
          pixels += 1;
        }
      shades[row * across + column] = percentile(counts, pixels * PAPER_SHARE);
    }
  return { across, down, shades };
}

function percentile(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value += 1) {
    seen += counts[value] ?? 0;
    if (seen >= wanted) return value;
  }
  return 255;
}

/** Dark squares within brighter ones are pictures and stamps, not shadows: the brightest neighbour counts half. */
function smoothed({ across, down, shades }: Paper): Paper {
  const result = new Float32Array(shades.length);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      let [sum, count, most] = [0, 0, 0];
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -1; dx <= 1; dx += 1) {
          const [x, y] = [column + dx, row + dy];
          if (x < 0 || y < 0 || x >= across || y >= down) continue;
          const shade = shades[y * across + x] ?? 0;
          sum += shade;
          count += 1;
          most = Math.max(most, shade);
        }
      result[row * across + column] = (sum / count + most) / 2;
    }
  return { across, down, shades: result };
}

function spread({ shades }: Paper): number {
  const sorted = Float32Array.from(shades).sort();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return at(0.95) - at(0.05);
}

/** Between the middles of squares the shade changes evenly. */
function shadeAt({ across, down, shades }: Paper, x: number, y: number): number {
  const column = Math.min(across - 1, Math.max(0, x / SQUARE - 0.5));
  const row = Math.min(down - 1, Math.max(0, y / SQUARE - 0.5));
  const [left, top] = [Math.floor(column), Math.floor(row)];
  const [right, bottom] = [Math.min(across - 1, left + 1), Math.min(down - 1, top + 1)];
  const [dx, dy] = [column - left, row - top];
  const shade = (cx: number, cy: number) => shades[cy * across + cx] ?? 255;
  return (
    (shade(left, top) * (1 - dx) + shade(right, top) * dx) * (1 - dy) +
    (shade(left, bottom) * (1 - dx) + shade(right, bottom) * dx) * dy
  );
}
