/** A picture in shades of grey, one byte a pixel, row by row; 0 is black. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A whole turn to the right by quarters. */
export type Quarters = 0 | 90 | 180 | 270;

/** Red, green, blue and a fourth byte each pixel, as decoders give them, to grey as the eye sees it (Rec. 601). */
export function greyOf(rgba: Uint8Array, width: number, height: number): GreyImage {
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at += 1, from += 4)
    data[at] = (77 * (rgba[from] ?? 0) + 150 * (rgba[from + 1] ?? 0) + 29 * (rgba[from + 2] ?? 0)) >> 8;
  return { width, height, data };
}

/** As encoders and readers of codes want it: red, green, blue, and opaque. */
export function rgbaOf({ data }: GreyImage): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(data.length * 4).fill(255);
  for (let at = 0, to = 0; at < data.length; at += 1, to += 4) {
    const value = data[at] ?? 0;
    rgba[to] = value;
    rgba[to + 1] = value;
    rgba[to + 2] = value;
  }
  return rgba;
}

/** Turned to the right. */
export function turned(image: GreyImage, quarters: Quarters): GreyImage {
  if (quarters === 0) return image;
  const { width, height, data } = image;
  const upright = quarters === 180;
  const result = new Uint8Array(data.length);
  const [across, down] = upright ? [width, height] : [height, width];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        quarters === 90
          ? [height - 1 - y, x]
          : quarters === 270
            ? [y, width - 1 - x]
            : [width - 1 - x, height - 1 - y];
      result[toY * across + toX] = data[y * width + x] ?? 0;
    }
  return { width: across, height: down, data: result };
}

/** Made smaller by a whole factor: each pixel the mean of those it covers. */
export function shrunk(image: GreyImage, factor: number): GreyImage {
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy += 1)
        for (let dx = 0; dx < factor; dx += 1)
          sum += image.data[(y * factor + dy) * image.width + x * factor + dx] ?? 255;
      data[y * width + x] = sum / (factor * factor);
    }
  return { width, height, data };
}
