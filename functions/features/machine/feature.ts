import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

const watching = {
  records: 'work',
  deletes: [PREFIX.work],
  machine: ['start', 'answer', 'describe'],
} as const;

/** The functions the state machine calls (except the one that issues results), and those that look after executions. */
export const feature = {
  functions: {
    'machine-await': {
      description: 'Keeps the token of a wait',
      stack: 'api',
      calledByMachine: true,
      seconds: 30,
      records: 'work',
      machine: ['answer'],
    },
    'machine-alarm': {
      description: 'Records alarms that are due',
      stack: 'api',
      calledByMachine: true,
      seconds: 30,
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['start'],
    },
    sweeper: {
      description: 'Wakes machines that were not told of a decision',
      stack: 'workers',
      seconds: 60,
      ...watching,
    },
    'execution-watch': {
      description: 'Starts the next round of dossiers whose execution was lost',
      // Stays in this stack with its dead-letter queue: queue and rule refer to each other.
      stack: 'api',
      seconds: 30,
      ...watching,
    },
  },
  schedules: {
    'watch/every-minute': {
      description: 'Wakes machines that were not told of a decision',
      function: 'sweeper',
      at: { everyMinutes: 1 },
      event: { sweep: true },
    },
  },
  events: {
    'watch/execution-lost': {
      description: 'An execution ended without ending its dossier',
      when: { executionEnded: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      to: { function: 'execution-watch', retries: 10, deadLettersOf: 'the watch over executions' },
    },
  },
  alarms: {
    'watch/executions-failed': {
      description: 'Executions failed; their dossiers continue in the next round. See docs/operations.md.',
      of: { executionsFailed: true },
      minutes: 5,
      atLeast: 1,
    },
    'watch/sweeper-fails': {
      description: 'Machines could not be woken for fifteen minutes: see SWEEP_FAILED in the sweeper’s log.',
      of: { errorsOf: 'sweeper' },
      minutes: 5,
      periods: 3,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
