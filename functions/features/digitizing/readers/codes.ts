import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import type { PageCode } from '../../../../schemas/stored/page-text.ts';
import { type GreyImage, rgbaOf } from '../../../domain/digitizing/grey-image.ts';
import { whenNeeded } from '../../../kernel/lambda/when-needed.ts';
import { companion } from './companion.ts';

/** Without its binary the library would fetch it from elsewhere. */
const ready = whenNeeded(async () => {
  const wasmBinary = Uint8Array.from(companion('zxing.wasm', 'zxing-wasm/reader/zxing_reader.wasm')).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

/** A page has a handful; a sheet of labels is no paper. */
const MOST_CODES = 20;

/** The QR codes on a page. */
export async function codesOn(image: GreyImage): Promise<PageCode[]> {
  await ready();
  const { width, height } = image;
  // As a browser would give the picture.
  const picture = { width, height, data: rgbaOf(image), colorSpace: 'srgb' } as const;
  const found = await readBarcodes(picture as unknown as Parameters<typeof readBarcodes>[0], {
    formats: ['QRCode'],
    maxNumberOfSymbols: MOST_CODES,
  });
  return found.filter(({ isValid }) => isValid).map(code => codeOf(code, image));
}

function codeOf({ format, text, position }: ReadResult, { width, height }: GreyImage): PageCode {
  const corners = [position.topLeft, position.topRight, position.bottomLeft, position.bottomRight];
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const [left, top] = [
    Math.min(...corners.map(({ x }) => x)) / width,
    Math.min(...corners.map(({ y }) => y)) / height,
  ];
  const [right, bottom] = [
    Math.max(...corners.map(({ x }) => x)) / width,
    Math.max(...corners.map(({ y }) => y)) / height,
  ];
  const box = {
    left: within(left),
    top: within(top),
    width: within(right - left),
    height: within(bottom - top),
  };
  return { format, text, box };
}
