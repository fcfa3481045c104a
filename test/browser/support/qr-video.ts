import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import encodeQR from 'qr';

const [WIDTH, HEIGHT] = [640, 480];

/** A video of one picture, in which a QR code is held before the camera: its file, and how it is removed. */
export function qrVideo(text: string): { readonly file: string; remove(): void } {
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: 4 });
  const scale = Math.floor(HEIGHT / modules.length);
  const light = Buffer.alloc(WIDTH * HEIGHT, 255);
  for (const [row, line] of modules.entries())
    for (const [column, dark] of line.entries())
      if (dark)
        for (let y = row * scale; y < (row + 1) * scale; y++)
          light.fill(0, y * WIDTH + column * scale, y * WIDTH + (column + 1) * scale);
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-camera-'));
  const file = join(folder, 'card.y4m');
  const header = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(file, Buffer.concat([Buffer.from(`${header}FRAME\n`), light, colour]));
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
