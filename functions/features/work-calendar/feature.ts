import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    'work-calendar': {
      description: 'Work calendar of the province',
      stack: 'api',
      operations: ['work-calendar'],
      records: 'work',
    },
  },
} as const satisfies Feature;
