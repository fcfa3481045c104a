import type { Feature } from '../../kernel/feature.ts';

/** How often an export is tried before its order waits in the dead letters and its record says that it was lost. */
const TRIES = 3;

/** Three tries, each hidden for six times as long as AWS asks, are over within the two hours after which an export counts as lost. */
const SECONDS = 300;

export const feature = {
  functions: {
    exports: {
      description: 'Lists as files: asked for and fetched',
      stack: 'api',
      operations: ['exports'],
      records: 'work',
      buckets: { exports: ['read'] },
      sends: { EXPORT_QUEUE_URL: 'export-work/orders' },
    },
    'export-worker': {
      description: 'Makes the files of exports',
      stack: 'workers',
      seconds: SECONDS,
      // What AWS gives one whole processor for. It was measured to use less than 200 (`npm run bench:exports`); but with 256 it
      // would get a seventh of a processor, and 100,000 rows would take minutes.
      memory: 1769,
      // Two at the same time, so that they leave the table to those who work.
      fedBy: { queue: 'export-work/orders', batch: 1, atOnce: 2 },
      records: 'work',
      buckets: { exports: ['multipart'] },
      environment: {
        EXPORT_TRIES: `${TRIES}`,
        // Rows live for a moment: with a small young heap the function stays below 256 MiB, whatever it is given.
        NODE_OPTIONS: '--max-semi-space-size=2',
      },
    },
  },
  queues: {
    'export-work/orders': {
      stack: 'api',
      of: 'the making of exports',
      hiddenSeconds: 6 * SECONDS,
      tries: TRIES,
    },
  },
} as const satisfies Feature;
