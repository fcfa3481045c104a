import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    search: {
      description: 'Searching dossiers',
      stack: 'api',
      operations: ['search'],
      records: 'work',
      settings: { QUOTAS: 'quotas' },
    },
  },
} as const satisfies Feature;
