import type { Feature } from '../../kernel/feature.ts';

/** How processes do (ISO điện tử), told from ledgers. */
export const feature = {
  functions: {
    processes: {
      description: 'Indicators of processes, told from ledgers',
      stack: 'api',
      operations: ['processes'],
      // Three hundred ledgers are read for one answer.
      seconds: 29,
      memory: 1024,
      records: 'read',
    },
  },
} as const satisfies Feature;
