import type { Feature } from '../../kernel/feature.ts';
import { AUDIT_PREFIXES } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    dossiers: {
      description: 'Reading dossiers, their ledgers and results',
      stack: 'api',
      operations: ['dossiers'],
      records: 'read',
      // Reads are recorded.
      writes: AUDIT_PREFIXES,
      buckets: { results: ['read'], issued: ['read'], uploads: ['read'] },
      settings: { PAPER_HINTS: 'paperHints' },
      splits: true,
    },
  },
} as const satisfies Feature;
