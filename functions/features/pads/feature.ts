import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    pads: {
      description: 'Signing pads at the counter: handwriting beside documents',
      stack: 'api',
      operations: ['pads'],
      seconds: 25,
      memory: 1024,
      records: 'work',
      buckets: { forms: ['read', 'write'] },
      splits: true,
      // What is signed may have to be made first.
      companions: [
        { fontsTo: 'fonts' },
        { from: 'node_modules/harfbuzzjs/dist/harfbuzz.wasm', to: 'harfbuzz.wasm' },
        {
          from: 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc',
          to: 'data/sRGB_IEC61966_2_1.icc',
        },
      ],
    },
  },
} as const satisfies Feature;
