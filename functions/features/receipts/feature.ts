import type { Feature } from '../../kernel/feature.ts';
import { formCompanions } from '../../records/forms/companions.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** Whose seals there are. */
const signatures = { setting: 'signatures', settingTo: 'signatures.json' } as const;

/**
 * Electronic receipts of fees and charges (biên lai điện tử): made of what ledgers say was paid, kept and summed up.
 */
export const feature = {
  functions: {
    receipts: {
      description: 'Receipts of dossiers, their corrections, summaries of days',
      stack: 'api',
      operations: ['receipts'],
      records: 'work',
      deletes: [PREFIX.work],
      buckets: { issued: ['read'] },
      splits: true,
    },
    'receipt-issue': {
      description: 'Makes and signs the receipts of what was paid, or has a provider issue them',
      stack: 'workers',
      seconds: 55,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.work],
      buckets: { issued: ['write'] },
      seals: true,
      secrets: ['receiptVnpt', 'receiptViettel'],
      splits: true,
      companions: [...formCompanions, signatures],
    },
    'receipt-asking': {
      description: 'Asks providers what came of receipts that nobody heard of',
      stack: 'connectors',
      seconds: 240,
      records: 'work',
      deletes: [PREFIX.work],
      buckets: { issued: ['write'] },
      secrets: ['receiptVnpt', 'receiptViettel'],
      splits: true,
    },
    'receipt-summaries': {
      description: 'Sums up the receipts of each day for the tax office',
      stack: 'workers',
      seconds: 290,
      memory: 1024,
      records: 'read',
      writes: [PREFIX.money],
      buckets: { issued: ['write'] },
      seals: true,
      splits: true,
      companions: [signatures],
    },
  },
  schedules: {
    'receipts/every-five-minutes': {
      description: 'Asks providers about receipts that wait for an answer',
      function: 'receipt-asking',
      at: { everyMinutes: 5 },
    },
    'receipts/afternoon': {
      description: 'Sums up the receipts of the day at 17:30, when offices close',
      function: 'receipt-summaries',
      at: { minute: '30', hour: '10' },
    },
    'receipts/night': {
      description: 'Sums up the receipts of the day at 23:30, with what was paid in the evening',
      function: 'receipt-summaries',
      at: { minute: '30', hour: '16' },
    },
  },
  alarms: {
    'receipts/provider-silent': {
      description:
        'A provider of receipts does not answer, or cannot issue now: see “Receipts” in docs/operations.md.',
      of: { metric: 'ReceiptProviderSilent', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 15,
      atLeast: 5,
    },
    'receipts/provider-blocked': {
      description:
        'A provider of receipts refuses our account, or its numbers or certificate ran out: see “Receipts” in docs/operations.md.',
      of: { metric: 'ReceiptProviderBlocked', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 15,
      atLeast: 1,
    },
    'receipts/asking-fails': {
      description: 'Providers are not asked about receipts: see “Receipts” in docs/operations.md.',
      of: { errorsOf: 'receipt-asking' },
      minutes: 15,
      periods: 2,
      atLeast: 1,
    },
    'receipts/summaries-fail': {
      description: 'The receipts of a day could not be summed up: see “Receipts” in docs/operations.md.',
      of: { errorsOf: 'receipt-summaries' },
      minutes: 60,
      atLeast: 1,
    },
  },
  consumes: [
    {
      consumer: 'receipting',
      function: 'receipt-issue',
      kinds: ['paid', 'receiptCorrectionDecided', 'receiptRetried'],
      batch: 1,
      // Numbers of one body are taken one after the other: more would only sign in vain.
      atOnce: 2,
    },
  ],
} as const satisfies Feature;
