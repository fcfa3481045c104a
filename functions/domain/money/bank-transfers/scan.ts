/** A text taken apart: its letters and digits, and before which of them something separates. */
export interface Scanned {
  readonly letters: string;
  readonly breaks: ReadonlySet<number>;
}

export function scan(text: string): Scanned {
  const pieces = text.split(/[^A-Z0-9]+/);
  const breaks = new Set<number>();
  let length = 0;
  for (const piece of pieces) {
    breaks.add(length);
    length += piece.length;
  }
  return { letters: pieces.join(''), breaks: breaks.add(length) };
}
