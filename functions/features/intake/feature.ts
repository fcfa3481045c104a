import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    intake: {
      description: 'Submissions, supplements, withdrawals',
      stack: 'api',
      operations: ['intake'],
      records: 'work',
      makesKeyring: true,
      // Correcting an applicant deletes the dossier's old search entries.
      deletes: [PREFIX.work, PREFIX.found],
      buckets: { uploads: ['read'] },
      machine: ['start', 'answer'],
      splits: true,
      companions: [{ from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' }],
    },
  },
} as const satisfies Feature;
