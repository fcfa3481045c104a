import type { Feature } from '../../kernel/feature.ts';
import { AUDIT_PREFIXES } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    forms: {
      description: 'Forms of dossiers and registers as PDF',
      stack: 'api',
      operations: ['forms'],
      seconds: 25,
      memory: 1024,
      records: 'read',
      // Reads are recorded.
      writes: AUDIT_PREFIXES,
      buckets: { forms: ['read', 'write'] },
      splits: true,
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
