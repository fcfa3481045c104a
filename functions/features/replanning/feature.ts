import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    replanning: {
      description: 'Recalculates promised dates on command',
      stack: 'api',
      operations: ['replanning'],
      seconds: 29,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['answer'],
    },
  },
} as const satisfies Feature;
