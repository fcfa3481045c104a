import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    upkeep: {
      description:
        'Compares lists, search entries and counts with the ledgers, and rebuilds them, on command',
      stack: 'api',
      operations: ['upkeep'],
      seconds: 29,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.found, PREFIX.work],
    },
  },
} as const satisfies Feature;
