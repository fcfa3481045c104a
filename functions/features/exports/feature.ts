import type { Feature } from '../../kernel/feature.ts';
import { AUDIT_PREFIXES, PREFIX } from '../../records/keys/table-design.ts';

/**
 * How often an export is tried before its message goes to the dead-letter queue and its record says that it was lost.
 */
const TRIES = 3;

/**
 * Three tries with the recommended visibility timeout (six times the function's limit) end within the two hours after
 * which an export counts as lost.
 */
const SECONDS = 300;

/** Their own records, and that of who had whose data shown. */
const WRITES = [PREFIX.quota, PREFIX.export, PREFIX.exports, PREFIX.answered, ...AUDIT_PREFIXES];

export const feature = {
  functions: {
    exports: {
      description: 'Lists as files: requesting and downloading them',
      stack: 'api',
      operations: ['exports'],
      records: 'read',
      writes: WRITES,
      buckets: { exports: ['read'] },
      settings: { QUOTAS: 'quotas' },
      sends: { EXPORT_QUEUE_URL: 'export-work/orders' },
    },
    'export-worker': {
      description: 'Makes the files of exports',
      stack: 'workers',
      seconds: SECONDS,
      // The memory at which AWS gives one whole processor. Less than 200 MiB are used (`npm run bench:exports`), but
      // with 256 the function would get a seventh of a processor, and 100,000 rows would take minutes.
      memory: 1769,
      // Two at a time, so that interactive work keeps its share of the table.
      fedBy: { queue: 'export-work/orders', batch: 1, atOnce: 2 },
      records: 'read',
      writes: WRITES,
      buckets: { exports: ['multipart'] },
      environment: {
        EXPORT_TRIES: `${TRIES}`,
        // Rows are short-lived: with a small young heap the function stays below 256 MiB, whatever its memory size.
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
