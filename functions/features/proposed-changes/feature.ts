import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** What one administrator can do to many waits here for a second one. */
export const feature = {
  functions: {
    'proposed-changes': {
      description: 'Changes that a second administrator confirms',
      stack: 'api',
      operations: ['proposed-changes'],
      seconds: 29,
      memory: 1024,
      records: 'work',
      // A dossier that is handed over leaves the work lists it was in.
      deletes: [PREFIX.work],
      machine: ['answer'],
    },
    'proposed-changes-worker': {
      description: 'Carries confirmed changes to their end',
      stack: 'workers',
      // The next run continues where one stops.
      seconds: 600,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['answer'],
    },
  },
  schedules: {
    'proposed-changes/every-five-minutes': {
      description: 'Carries confirmed changes to their end',
      function: 'proposed-changes-worker',
      at: { everyMinutes: 5 },
    },
  },
  alarms: {
    'proposed-changes/worker-fails': {
      description:
        'Confirmed changes could not be carried on for a quarter of an hour: see “Two administrators” in docs/operations.md.',
      of: { errorsOf: 'proposed-changes-worker' },
      minutes: 5,
      periods: 3,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
