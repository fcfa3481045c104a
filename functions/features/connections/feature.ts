import type { Feature } from '../../kernel/feature.ts';

/** Operators' view of connections to outside parties, and retries of what failed there. */
export const feature = {
  functions: {
    connections: {
      description: 'Health of outside parties, what waits for them, and trying again',
      stack: 'api',
      operations: ['connections'],
      records: 'work',
      nudgesConsumers: true,
      redrivesConsumers: true,
    },
    'retry-sweeper': {
      description: 'Has tried again what failed at an outside party',
      stack: 'workers',
      seconds: 60,
      records: 'read',
      nudgesConsumers: true,
    },
  },
  schedules: {
    'retries/every-minute': {
      description: 'Has tried again what failed at an outside party and whose pause is over',
      function: 'retry-sweeper',
      at: { everyMinutes: 1 },
    },
  },
  alarms: {
    'retries/sweeper-fails': {
      description:
        'What failed at outside parties was not tried again for a quarter of an hour: see “Outside parties” in docs/operations.md.',
      of: { errorsOf: 'retry-sweeper' },
      minutes: 5,
      periods: 3,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
