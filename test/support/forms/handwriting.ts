import type { InkDrawing } from '../../../schemas/dossier/ink.ts';

/** A stroke such as a hand makes: to the right, up and down, pressed harder in the middle. */
function stroke(from: number, to: number, points: number, at: number): InkDrawing['strokes'][number] {
  return Array.from({ length: points }, (_, index) => {
    const share = index / (points - 1);
    return {
      x: from + (to - from) * share,
      y: Math.round(150 + 70 * Math.sin(share * 14) * (1 - share / 2)),
      pressure: Math.round((0.2 + 0.7 * Math.sin(share * Math.PI)) * 100) / 100,
      t: at + index * 12,
    };
  });
}

/** Handwriting in two strokes on a pad of 900 by 300 points. */
export const handwriting = (own: Partial<InkDrawing> = {}): InkDrawing => ({
  width: 900,
  height: 300,
  strokes: [stroke(120, 520, 90, 0), stroke(480, 760, 50, 1400)],
  ...own,
});
