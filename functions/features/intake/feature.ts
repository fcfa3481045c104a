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
      settings: { QUOTAS: 'quotas', MALWARE: 'malware' },
      splits: true,
      companions: [{ from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' }],
    },
  },
  alarms: {
    'quotas/nearly-used': {
      description:
        'A portal or a procedure has used four fifths of a quota of the day: see “Quotas” in docs/operations.md.',
      of: { metric: 'QuotaNearlyUsed', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 5,
      atLeast: 1,
    },
    'numbers/nearly-used': {
      description:
        'A unit has used four fifths of its dossier numbers of the day: see “Numbers of a unit” in docs/operations.md.',
      of: { metric: 'NumbersNearlyUsed', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 5,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
