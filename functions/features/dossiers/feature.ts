import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    dossiers: {
      description: 'Reading dossiers, their ledgers and results',
      stack: 'api',
      operations: ['dossiers'],
      // The reader, too, may be the first that needs the deployment's keyring, and then makes it; and reads are recorded.
      records: 'work',
      buckets: { results: ['read'], uploads: ['read'] },
    },
  },
} as const satisfies Feature;
