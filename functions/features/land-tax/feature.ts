import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** What is owed the treasury for land: slips to the tax office, its notices, proofs of payment. */
export const feature = {
  functions: {
    'land-tax': {
      description: 'Slips to the tax office, its messages, proofs of payment',
      stack: 'api',
      operations: ['land-tax'],
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['start', 'answer'],
      secrets: ['taxOffice'],
      splits: true,
    },
    'land-tax-line': {
      description: 'Sends slips to the tax office, and asks about them',
      stack: 'connectors',
      // Fifty slips, and a tax office that takes its time: whoever is left is first next time.
      seconds: 240,
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['start', 'answer'],
      secrets: ['taxOffice'],
    },
  },
  schedules: {
    'land-tax/every-five-minutes': {
      description: 'Sends slips to the tax office, and asks about them',
      function: 'land-tax-line',
      at: { everyMinutes: 5 },
    },
  },
  alarms: {
    'land-tax/silent': {
      description: 'The tax office does not answer, or refuses to: see “Land and tax” in docs/operations.md.',
      of: { metric: 'TaxOfficeSilent', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 60,
      atLeast: 10,
    },
    'land-tax/line-fails': {
      description: 'Slips to the tax office are not sent: see “Land and tax” in docs/operations.md.',
      of: { errorsOf: 'land-tax-line' },
      minutes: 15,
      periods: 2,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
