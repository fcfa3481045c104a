import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    deadlines: {
      description: 'The legal clock, for anybody',
      stack: 'api',
      operations: ['deadlines'],
    },
  },
} as const satisfies Feature;
