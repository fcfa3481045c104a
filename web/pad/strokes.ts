import type { Body } from '../api/client.ts';

export type Drawing = Extract<Body<'answerOnPad'>, { outcome: 'signed' }>['drawing'];
export type Point = Drawing['strokes'][number][number];

/** What the API takes at most: more than any hand writes. */
const MOST_STROKES = 200;
const MOST_IN_STROKE = 3000;
const MOST_POINTS = 8000;
/** Fewer points are a touch by mistake. */
export const FEWEST_POINTS = 8;

/** Where a pointer is on the field, how hard it presses and when, in milliseconds. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
  readonly at: number;
}

/** The strokes of a signature as they are written, on a field of a size. */
export class Strokes {
  readonly width: number;
  readonly height: number;
  readonly #strokes: Point[][] = [];
  #count = 0;
  #began: number | undefined;
  #last = 0;

  constructor(width: number, height: number) {
    this.width = Math.round(width);
    this.height = Math.round(height);
  }

  get count(): number {
    return this.#count;
  }

  /** The pen touches the field. */
  begin(): void {
    if (this.#strokes.length < MOST_STROKES) this.#strokes.push([]);
  }

  /** The pen moves on; gives the line it wrote, or nothing where no more is taken. */
  add({ x, y, pressure, at }: Touch): readonly [Point, Point] | undefined {
    const stroke = this.#strokes.at(-1);
    if (!stroke || stroke.length >= MOST_IN_STROKE || this.#count >= MOST_POINTS) return undefined;
    this.#began ??= at;
    // Times of touches that browsers gathered may be a little out of order.
    this.#last = Math.min(600_000, Math.max(this.#last, Math.round(at - this.#began)));
    const point = {
      x: within(x, this.width),
      y: within(y, this.height),
      // A finger on a screen that does not feel how hard it presses.
      pressure: pressure > 0 ? Math.min(1, Math.round(pressure * 1000) / 1000) : 0.5,
      t: this.#last,
    };
    const before = stroke.at(-1) ?? point;
    stroke.push(point);
    this.#count += 1;
    return [before, point];
  }

  /** All strokes, as they are handed in. */
  drawing(): Drawing {
    const { width, height } = this;
    return { width, height, strokes: this.#strokes.filter(({ length }) => length > 0) };
  }
}

const within = (place: number, most: number) => Math.min(most, Math.max(0, Math.round(place * 10) / 10));
