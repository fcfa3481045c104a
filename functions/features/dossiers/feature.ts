import type { Feature } from '../../kernel/feature.ts';
import { AUDIT_PREFIXES, PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    dossiers: {
      description: 'Reading dossiers, their ledgers and results',
      stack: 'api',
      operations: ['dossiers'],
      records: 'read',
      // Reads are recorded; and a dossier whose ledger is found broken is held.
      writes: AUDIT_PREFIXES,
      marks: { [PREFIX.dossier]: ['hold'] },
      buckets: { results: ['read'], uploads: ['read'] },
      splits: true,
    },
  },
} as const satisfies Feature;
