import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** How long a run continues before it leaves the rest to the next. */
const SECONDS = 890;

/**
 * Every night, what was recorded on the day before is anchored outside of the table, and what was anchored before
 * is held against the records as they are.
 */
export const feature = {
  functions: {
    anchor: {
      description: 'Anchors each day, and audits the records by the anchors',
      stack: 'workers',
      seconds: SECONDS,
      // The memory at which AWS gives one whole processor: hashes are what it does.
      memory: 1769,
      records: 'read',
      writes: [PREFIX.anchor, PREFIX.findings],
      // A dossier that is not as it was anchored is held.
      marks: { [PREFIX.dossier]: ['hold'] },
      buckets: { anchors: ['read', 'versions', 'write'] },
      signs: true,
      splits: true,
      settings: { PROVINCE: 'agency', ANCHORS: 'anchors' },
    },
    proofs: {
      description: 'Proves that a dossier was anchored',
      stack: 'api',
      operations: ['proofs'],
      records: 'read',
      buckets: { anchors: ['read'] },
    },
  },
  schedules: {
    'anchor/every-hour': {
      description:
        'Anchors the day that is over, continues the audit, and tells how old the newest anchor is',
      function: 'anchor',
      at: { minute: '25' },
    },
  },
  alarms: {
    'anchor/late': {
      description:
        'The newest anchor is older than two days, or nothing is heard of it: see “Anchors” in docs/operations.md.',
      of: { metric: 'AnchorAge', statistic: 'Maximum', dimensions: { service: 'motcua' } },
      minutes: 360,
      atLeast: 48,
      silence: 'alarm',
    },
    'anchor/broken': {
      description:
        'Something is not as it was anchored: GET /v1/findings, and “Anchors” in docs/operations.md. What and where is in the log, beside AnchorBroken.',
      of: { metric: 'AnchorBroken', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 5,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
