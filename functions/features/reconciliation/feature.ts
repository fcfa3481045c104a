import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** How long a run continues before it leaves the rest to the next. */
const SECONDS = 290;

/**
 * Every night, stored data, sent events and running executions are compared with the ledgers of the dossiers that
 * changed.
 */
export const feature = {
  functions: {
    reconciliation: {
      description: 'Compares applicants, results, consumers, projections and executions with the ledgers',
      stack: 'workers',
      seconds: SECONDS,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.work, PREFIX.found],
      // The files of results, against the register.
      buckets: { results: ['read'], issued: ['read'] },
      splits: true,
      machine: ['start', 'answer', 'describe', 'list'],
      nudgesConsumers: true,
    },
  },
  schedules: {
    'reconciliation/every-five-minutes': {
      description: 'Continues the nightly comparison; ends at once if nothing is left to compare',
      function: 'reconciliation',
      at: { everyMinutes: 5 },
    },
  },
  alarms: {
    'reconciliation/ledger-broken': {
      description:
        'What is kept of a dossier does not fit its ledger: see “A ledger that is broken” in docs/operations.md. Code and position are in the log, beside LedgerBroken.',
      of: { metric: 'LedgerBroken', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 1,
      atLeast: 1,
    },
    'reconciliation/fails': {
      description:
        'The nightly comparison makes no progress: see “The nightly comparison” in docs/operations.md.',
      of: { errorsOf: 'reconciliation' },
      minutes: 5,
      periods: 6,
      atLeast: 1,
    },
    'reconciliation/finds': {
      description:
        'The nightly comparison found something it could not repair: GET /v1/findings, and “The nightly comparison” in docs/operations.md.',
      of: { metric: 'OpenFindings', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 5,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
