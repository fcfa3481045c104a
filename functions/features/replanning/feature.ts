import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    replanning: {
      description: 'Lists how promised dates would move, and proposes it',
      stack: 'api',
      operations: ['replanning'],
      seconds: 29,
      memory: 1024,
      records: 'work',
    },
  },
} as const satisfies Feature;
