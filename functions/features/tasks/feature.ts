import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    tasks: {
      description: 'Officers’ work lists and decisions',
      stack: 'api',
      operations: ['tasks'],
      records: 'work',
      deletes: [PREFIX.work],
      buckets: { uploads: ['read'] },
      machine: ['start', 'answer'],
      settings: { MALWARE: 'malware' },
      splits: true,
      companions: [
        { from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' },
        { setting: 'signatures', settingTo: 'signatures.json' },
      ],
    },
  },
} as const satisfies Feature;
