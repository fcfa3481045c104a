import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';
import { sealingCompanions } from '../../records/sealing/companions.ts';

/** Digitized copies that an officer certified, sealed by the agency (xác nhận bản số hóa). */
export const feature = {
  functions: {
    'certified-copies': {
      description: 'Certifies digitized copies',
      stack: 'api',
      operations: ['certified-copies'],
      records: 'work',
      deletes: [PREFIX.work],
    },
    'copy-sealing': {
      description: 'Seals certified copies of papers',
      stack: 'workers',
      seconds: 55,
      // The largest file, and what the seal adds to it.
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.work],
      buckets: { uploads: ['read', 'derive'] },
      seals: true,
      splits: true,
      companions: sealingCompanions,
    },
  },
  consumes: [
    {
      consumer: 'certifications',
      function: 'copy-sealing',
      kinds: ['copyCertified'],
      batch: 1,
      atOnce: 2,
    },
  ],
} as const satisfies Feature;
