import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** The source of events, and the private hosts the deployment trusts. */
const settings = { AGENCY: 'agency', WEBHOOK_TRUSTED_HOSTS: 'webhookTrustedHosts' } as const;

/** Portals follow their dossiers: events sent to their address, and a feed for those that cannot receive calls. */
export const feature = {
  functions: {
    'portal-events': {
      description: 'Subscriptions of portals, and the change feed',
      stack: 'api',
      // A poll waits for up to 20 seconds, a test event for up to 10.
      seconds: 28,
      operations: ['portal-events'],
      records: 'work',
      nudgesConsumers: true,
      settings,
    },
    'change-feed': {
      description: 'Adds events to the change feeds of portals',
      stack: 'workers',
      seconds: 30,
      records: 'work',
      settings: { AGENCY: settings.AGENCY },
    },
    'webhook-worker': {
      description: 'Sends events to portals',
      stack: 'connectors',
      seconds: 60,
      records: 'work',
      deletes: [PREFIX.waiting],
      settings,
    },
    'replay-worker': {
      description: 'Continues replays of events',
      stack: 'workers',
      seconds: 55,
      records: 'work',
      deletes: [PREFIX.replays],
      nudgesConsumers: true,
    },
  },
  schedules: {
    'replays/every-minute': {
      description: 'Continues replays of events that portals requested',
      function: 'replay-worker',
      at: { everyMinutes: 1 },
    },
  },
  alarms: {
    'replays/fail': {
      description: 'Replays of events make no progress: see “Outside parties” in docs/operations.md.',
      of: { errorsOf: 'replay-worker' },
      minutes: 5,
      periods: 3,
      atLeast: 1,
    },
    'webhooks/late': {
      description:
        'Portals were told of events more than a minute late for half an hour: see “Outside parties” in docs/operations.md.',
      of: { metric: 'Lag', statistic: 'p95', dimensions: { service: 'motcua', consumer: 'webhook' } },
      minutes: 10,
      periods: 3,
      atLeast: 60_000,
    },
  },
  consumes: [
    // At least two at a time; more would only compete for positions.
    { consumer: 'changes', function: 'change-feed', kinds: 'all', atOnce: 2 },
    { consumer: 'webhook', function: 'webhook-worker', kinds: 'all', atOnce: 20 },
  ],
} as const satisfies Feature;
