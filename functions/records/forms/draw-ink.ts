import type { PrintedInk } from '../../domain/forms/form-document.ts';
import type { Sheet } from '../printing/sheet.ts';

/** A place on a page, from the left margin and the top of the page, in points. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Strokes = Extract<PrintedInk['taken'], { means: 'pad' }>;

/** Draws handwriting as large as its place allows: strokes as lines, thicker where the pen pressed harder. */
export function drawInk(sheet: Sheet, { taken, alt }: PrintedInk, place: Place): void {
  const x = sheet.paper.left + place.left;
  const { top, width, height } = place;
  const content = sheet.content('Figure', pdf => {
    if (taken.means === 'pad') drawStrokes(pdf, taken, { ...place, left: x });
    else
      pdf.image(Buffer.from(taken.picture, 'base64'), x, top, {
        fit: [width, height],
        align: 'center',
        valign: 'center',
      });
  });
  const bbox = [x, top, x + width, top + height];
  sheet.add(sheet.element('Figure', [content], { alt, bbox }));
}

/** Thickness of a line in points, with a pen that presses half as hard as it can. */
const LINE = 1;
/** How many times larger than on the whole pad a short name is drawn at most. */
const LARGEST = 3;

function drawStrokes(pdf: PDFKit.PDFDocument, ink: Strokes, { left, top, width, height }: Place): void {
  const points = ink.strokes.flat();
  const range = (of: 'x' | 'y') => {
    const all = points.map(point => point[of]);
    return { from: Math.min(...all), size: Math.max(...all) - Math.min(...all) };
  };
  const [across, down] = [range('x'), range('y')];
  const scale = Math.min(
    width / Math.max(across.size, 1),
    height / Math.max(down.size, 1),
    (LARGEST * width) / ink.width,
  );
  const place = ({ x, y }: { x: number; y: number }): [number, number] => [
    left + (width - across.size * scale) / 2 + (x - across.from) * scale,
    top + (height - down.size * scale) / 2 + (y - down.from) * scale,
  ];
  pdf.save().lineCap('round').lineJoin('round');
  for (const stroke of ink.strokes)
    for (const [index, point] of stroke.entries()) {
      const before = stroke[index - 1] ?? point;
      pdf.lineWidth(LINE * (0.5 + point.pressure));
      pdf
        .moveTo(...place(before))
        .lineTo(...place(point))
        .stroke();
    }
  pdf.restore();
}
