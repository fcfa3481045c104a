import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** Paying fees: the payment link, the national payment platform, notices of banks. */
export const feature = {
  functions: {
    payments: {
      description: 'Payments by link, and notices of gateways',
      stack: 'api',
      // The platform is waited for up to eight seconds.
      seconds: 20,
      operations: ['payments'],
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['start', 'answer'],
      secrets: ['paymentPlatform', 'bankNotices'],
      splits: true,
      settings: { AGENCY: 'agency' },
    },
    'payment-asking': {
      description: 'Asks the payment platform about payments that nobody told of',
      stack: 'connectors',
      seconds: 240,
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['start', 'answer'],
      secrets: ['paymentPlatform'],
      settings: { AGENCY: 'agency' },
    },
  },
  schedules: {
    'payments/every-five-minutes': {
      description: 'Asks about payments that are open',
      function: 'payment-asking',
      at: { everyMinutes: 5 },
    },
  },
  alarms: {
    'payments/silent': {
      description:
        'The national payment platform does not answer, or refuses to: see “Payments” in docs/operations.md.',
      of: { metric: 'PaymentPlatformSilent', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 15,
      atLeast: 5,
    },
    'payments/asking-fails': {
      description: 'Payments are not asked about: see “Payments” in docs/operations.md.',
      of: { errorsOf: 'payment-asking' },
      minutes: 15,
      periods: 2,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
