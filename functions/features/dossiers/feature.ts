import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    dossiers: {
      description: 'Reading dossiers, their ledgers and results',
      stack: 'api',
      operations: ['dossiers'],
      // Reading may be the first to need the deployment's keyring, and then creates it; and reads are recorded.
      records: 'work',
      buckets: { results: ['read'], uploads: ['read'] },
      splits: true,
    },
  },
} as const satisfies Feature;
