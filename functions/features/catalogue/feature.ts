import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    catalogue: {
      description: 'Procedures and workflows',
      stack: 'api',
      operations: ['catalogue'],
      seconds: 29,
      memory: 1024,
      records: 'work',
    },
  },
} as const satisfies Feature;
