import { encodeQR } from 'qr';
import type { Sheet } from './sheet.ts';

/** Draws a QR code as filled squares, with the quiet zone around it within `size`. */
export function drawQr(
  sheet: Sheet,
  { text, alt, left, size }: { text: string; alt: string; left: number; size: number },
): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const module = size / rows.length;
  const x = sheet.paper.left + left;
  const content = sheet.content('Figure', pdf => {
    for (const [row, modules] of rows.entries())
      for (const { from, length } of darkRuns(modules))
        pdf.rect(x + from * module, sheet.y + row * module, length * module, module);
    pdf.fill();
  });
  const bbox = [x, sheet.y, x + size, sheet.y + size];
  sheet.add(sheet.element('Figure', [content], { alt, bbox }));
}

/** The dark modules of a row, joined where they touch. */
function darkRuns(modules: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [at, dark] of modules.entries()) {
    if (!dark) continue;
    const last = runs.at(-1);
    if (last && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  }
  return runs;
}
