import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    organization: {
      description: 'Units and officers',
      stack: 'api',
      operations: ['organization'],
      seconds: 29,
      memory: 1024,
      records: 'work',
      // Officers' records, many at once.
      writesInBatches: [PREFIX.officers],
      makesKeyring: true,
      // A unit that ends hands over its dossiers.
      deletes: [PREFIX.work],
    },
    'succession-worker': {
      description: 'Hands over the dossiers of ended units',
      stack: 'workers',
      // The next run continues where one stops.
      seconds: 600,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.work],
    },
  },
  schedules: {
    'succession/every-quarter': {
      description: 'Hands over the dossiers of ended units',
      function: 'succession-worker',
      // 17:01 UTC is 00:01 in Viet Nam, when the last day of a unit is over; then again, for what a run did not reach
      // or others were changing at the same moment.
      at: { minute: '1,16,31,46' },
    },
  },
  alarms: {
    'succession/fails': {
      description:
        'Dossiers of ended units could not be handed over for half an hour, or a unit ended without a successor: see docs/operations.md.',
      of: { errorsOf: 'succession-worker' },
      minutes: 15,
      periods: 2,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
