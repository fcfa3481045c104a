import type { Feature } from '../../kernel/feature.ts';

/** Operators' view of connections to outside parties, and retries of what failed there. */
export const feature = {
  functions: {
    connections: {
      description: 'Health of outside parties, waiting dossiers and retries',
      stack: 'api',
      operations: ['connections'],
      records: 'work',
      nudgesConsumers: true,
      redrivesConsumers: true,
    },
    'retry-sweeper': {
      description: 'Retries what failed at an outside party',
      stack: 'workers',
      seconds: 60,
      records: 'read',
      nudgesConsumers: true,
    },
  },
  schedules: {
    'retries/every-minute': {
      description: 'Retries what failed at an outside party once its pause is over',
      function: 'retry-sweeper',
      at: { everyMinutes: 1 },
    },
  },
  alarms: {
    'retries/sweeper-fails': {
      description:
        'Failures at outside parties were not retried for fifteen minutes: see “Outside parties” in docs/operations.md.',
      of: { errorsOf: 'retry-sweeper' },
      minutes: 5,
      periods: 3,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
