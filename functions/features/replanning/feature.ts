import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    replanning: {
      description: 'Lists how promised dates would move, and proposes it',
      stack: 'api',
      operations: ['replanning'],
      seconds: 29,
      memory: 1024,
      records: 'read',
      writes: [PREFIX.proposed, PREFIX.answered],
    },
  },
} as const satisfies Feature;
