import type { InkDrawing } from '../../../schemas/dossier/ink.ts';
import type { Words } from '../../../schemas/words.ts';

/** Fewer points are a touch by mistake; more are no signature. */
const FEWEST_POINTS = 8;
const MOST_POINTS = 8000;
/** How much of the pad's width or height handwriting spans at least. */
const SMALLEST = 0.04;

/** Why strokes are no handwriting taken on this pad; undefined where nothing speaks against it. */
export function inkFault({ width, height, strokes }: InkDrawing): Words | undefined {
  const points = strokes.flat();
  if (points.length < FEWEST_POINTS)
    return { vi: 'nét ký quá ngắn: hãy ký lại', en: 'is too short to be handwriting: sign again' };
  if (points.length > MOST_POINTS)
    return { vi: `có hơn ${MOST_POINTS} điểm`, en: `has more than ${MOST_POINTS} points` };
  if (points.some(({ x, y }) => x > width || y > height))
    return { vi: 'có điểm nằm ngoài bàn ký', en: 'has points beside the pad' };
  if (points.some(({ t }, index) => t < (points[index - 1]?.t ?? 0)))
    return { vi: 'có thời điểm chạy ngược', en: 'has times that run backwards' };
  const span = (of: 'x' | 'y') => {
    const all = points.map(point => point[of]);
    return Math.max(...all) - Math.min(...all);
  };
  if (span('x') < SMALLEST * width && span('y') < SMALLEST * height)
    return { vi: 'nét ký quá nhỏ: hãy ký lại', en: 'is too small to be handwriting: sign again' };
  return undefined;
}
