import type { Feature } from '../../kernel/feature.ts';
import { AUDIT_PREFIXES, PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    'national-store': {
      description: 'Papers of people in the national store',
      stack: 'api',
      // The store is asked for eight seconds at most, a file of it for sixteen; what is left is for keeping it.
      seconds: 28,
      // A file as large as any, and what judging it unpacks.
      memory: 1024,
      operations: ['national-store'],
      records: 'read',
      // Reads are recorded, and files declared.
      writes: [...AUDIT_PREFIXES, PREFIX.file, PREFIX.answered, PREFIX.quota],
      buckets: { uploads: ['write', 'read'] },
      secrets: ['nationalStore'],
      settings: { QUOTAS: 'quotas', MALWARE: 'malware' },
      splits: true,
      companions: [{ from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' }],
    },
  },
  alarms: {
    'national-store/silent': {
      description:
        'The national store of papers does not answer, or refuses to: see “National store” in docs/operations.md.',
      of: { metric: 'NationalStoreSilent', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 15,
      atLeast: 10,
    },
  },
} as const satisfies Feature;
