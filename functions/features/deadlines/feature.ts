import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    deadlines: {
      description: 'The legal clock, for everyone',
      stack: 'api',
      operations: ['deadlines'],
    },
  },
} as const satisfies Feature;
