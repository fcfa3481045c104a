import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** How often the next pages of a file are tried before its record says that reading them failed. */
const TRIES = 3;
/** Twenty pages of three to five seconds, and joining the pages of a thick file. */
const SECONDS = 600;

/** Reads what was handed in (số hóa): text, codes, a searchable copy beside the original. */
export const feature = {
  functions: {
    'digitizing-orders': {
      description: 'Orders that handed-in files be read',
      stack: 'workers',
      seconds: 30,
      memory: 256,
      records: 'work',
      sends: { DIGITIZING_QUEUE_URL: 'file-reading/orders' },
    },
    digitize: {
      description: 'Reads handed-in files: text, codes, searchable copies',
      stack: 'workers',
      seconds: SECONDS,
      // The largest file, its pages as pictures, and the readers' own memory; nearly two processors.
      memory: 3008,
      // Two at a time, so that interactive work keeps its share.
      fedBy: { queue: 'file-reading/orders', batch: 1, atOnce: 2 },
      records: 'read',
      writes: [PREFIX.file],
      buckets: { uploads: ['read', 'derive'] },
      sends: { DIGITIZING_QUEUE_URL: 'file-reading/orders' },
      environment: { DIGITIZING_TRIES: `${TRIES}` },
      splits: true,
      companions: [
        { from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' },
        { from: 'node_modules/tesseract.js-core/tesseract-core-simd.wasm', to: 'tesseract.wasm' },
        {
          from: 'node_modules/@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz',
          to: 'vie.traineddata.gz',
        },
        {
          from: 'node_modules/@tesseract.js-data/osd/4.0.0_best_int/osd.traineddata.gz',
          to: 'osd.traineddata.gz',
        },
        { from: 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', to: 'zxing.wasm' },
        { from: 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf', to: 'tinos.ttf' },
      ],
    },
  },
  queues: {
    'file-reading/orders': {
      stack: 'workers',
      of: 'the reading of files',
      hiddenSeconds: 6 * SECONDS,
      tries: TRIES,
    },
  },
  consumes: [
    {
      consumer: 'digitizing',
      function: 'digitizing-orders',
      // Those that bring files.
      kinds: ['submitted', 'supplemented', 'applicantCorrected'],
      atOnce: 2,
    },
  ],
} as const satisfies Feature;
