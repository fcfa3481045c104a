import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** Money on its way to the treasury: statements, what they settle, and money of nobody. */
export const feature = {
  functions: {
    settling: {
      description: 'Statements, payments that none shows yet, and money of no dossier',
      stack: 'api',
      // A statement of a month settles thousands of payments.
      seconds: 29,
      memory: 1024,
      operations: ['settling'],
      splits: true,
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['start', 'answer'],
      buckets: { forms: ['read', 'write'] },
      secrets: ['paymentPlatform'],
      settings: { AGENCY: 'agency' },
    },
    'settling-night': {
      description: 'Settles what statements show, and compares the day with gateways and the treasury',
      stack: 'connectors',
      seconds: 600,
      memory: 1024,
      records: 'work',
      secrets: ['paymentPlatform'],
    },
  },
  schedules: {
    'settling/every-night': {
      description: 'At 23:30 in Viet Nam: the day’s money is compared',
      function: 'settling-night',
      at: { minute: '30', hour: '16' },
      retries: 2,
    },
  },
  alarms: {
    'settling/night-fails': {
      description: 'The day’s money was not compared: see “Settlement” in docs/operations.md.',
      of: { errorsOf: 'settling-night' },
      minutes: 15,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
