import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { writeVietQr } from '../../../functions/domain/money/viet-qr/write-viet-qr.ts';
import { qrPictures } from '../../../functions/records/printing/qr-pictures.ts';
import { toDong } from '../../../schemas/money/dong.ts';

beforeAll(async () => {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = Uint8Array.from(readFileSync(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

describe('the picture of a VietQR code', () => {
  it('is a PNG that another reader decodes to the text', async () => {
    const text = writeVietQr({
      bank: '970415',
      account: '0011001932418',
      amount: toDong(150_000),
      purpose: 'H44 101 261127 0001',
    });
    const { png, svg } = qrPictures(text);
    const file = Buffer.from(png.replace('data:image/png;base64,', ''), 'base64');
    const found = await readBarcodes(new Uint8Array(file), { formats: ['QRCode'] });
    expect(found.map(code => code.text)).toEqual([text]);
    expect(svg).toMatch(/^<svg[^>]*>/);
  });
});
