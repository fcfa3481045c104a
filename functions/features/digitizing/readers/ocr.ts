import { gunzipSync } from 'node:zlib';
import core, { type TessBaseAPI, type TesseractCore } from 'tesseract.js-core/tesseract-core-simd.js';
import type { PageLine } from '../../../../schemas/stored/page-text.ts';
import type { GreyImage, Quarters } from '../../../domain/digitizing/grey-image.ts';
import { companion } from './companion.ts';
import { linesOfTsv } from './tsv.ts';

/** Reads pictures of pages (nhận dạng chữ). */
export interface Ocr {
  /** How a picture must be turned to stand upright; undefined where that cannot be told. */
  uprightBy(image: GreyImage): Quarters | undefined;
  read(image: GreyImage): PageLine[];
  end(): void;
}

const data = (name: string, folder: string) =>
  gunzipSync(
    companion(`${name}.traineddata.gz`, `@tesseract.js-data/${name}/${folder}/${name}.traineddata.gz`),
  );

/** Tesseract’s engines: recognition by characters, which alone knows about turned pages; and by lines, far better. */
const BY_CHARACTERS = 0;
const BY_LINES = 1;
const ORIENTATION_ONLY = '0';
/** Where the library looks for the picture. */
const PICTURE = '/input';

/** Below this Tesseract is not sure how a page stands: little text, or none. */
const SURE = 1;
/** By its number of an orientation. */
const UPRIGHT_BY: readonly Quarters[] = [0, 270, 180, 90];

/**
 * Tesseract with its data for Vietnamese, which read English, too. It keeps memory of what it read, so it is made anew
 * for each message.
 */
export async function openOcr(): Promise<Ocr> {
  const wasmBinary = companion('tesseract.wasm', 'tesseract.js-core/tesseract-core-simd.wasm');
  const quiet = () => undefined;
  const tesseract = await core({ wasmBinary, print: quiet, printErr: quiet });
  tesseract.FS.writeFile('/vie.traineddata', data('vie', '4.0.0_best_int'));
  tesseract.FS.writeFile('/osd.traineddata', data('osd', '4.0.0_best_int'));
  const reading = engine(tesseract, 'vie', BY_LINES);
  const standing = engine(tesseract, 'osd', BY_CHARACTERS);
  standing.SetVariable('tessedit_pageseg_mode', ORIENTATION_ONLY);
  const show = (to: TessBaseAPI, image: GreyImage) => {
    tesseract.FS.writeFile(PICTURE, graymap(image));
    if (to.SetImageFile(1, 0) === 1) throw new Error('Tesseract does not take the picture');
  };
  return {
    uprightBy(image) {
      show(standing, image);
      const results = new tesseract.OSResults();
      try {
        if (!standing.DetectOS(results)) return undefined;
        const { orientation_id: orientation, oconfidence } = results.best_result;
        return oconfidence < SURE ? undefined : UPRIGHT_BY[orientation];
      } finally {
        tesseract.destroy(results);
        standing.Clear();
      }
    },
    read(image) {
      show(reading, image);
      reading.Recognize(null);
      const lines = linesOfTsv(reading.GetTSVText(0), image);
      reading.Clear();
      return lines;
    },
    end() {
      for (const each of [reading, standing]) each.End();
    },
  };
}

function engine(tesseract: TesseractCore, language: string, mode: number): TessBaseAPI {
  const api = new tesseract.TessBaseAPI();
  if (api.Init('/', language, mode) !== 0) throw new Error(`Tesseract has no data for ${language}`);
  // What it cannot know of a bare picture; it would say so on every page.
  api.SetVariable('user_defined_dpi', '200');
  return api;
}

/** A picture in the plainest of formats (PGM). */
const graymap = ({ width, height, data: pixels }: GreyImage): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
