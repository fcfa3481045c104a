import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    upkeep: {
      description: 'What follows from ledgers compared with them, and written anew, on command',
      stack: 'api',
      operations: ['upkeep'],
      seconds: 29,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.found, PREFIX.work],
    },
  },
} as const satisfies Feature;
