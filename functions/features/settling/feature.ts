import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** Money on its way to the treasury: statements, what they settle, and money of nobody. */
export const feature = {
  functions: {
    settling: {
      description: 'Statements, payments that none shows yet, and money of no dossier',
      stack: 'api',
      // A statement of a month settles thousands of payments.
      seconds: 29,
      memory: 1024,
      operations: ['settling'],
      records: 'work',
      deletes: [PREFIX.work],
      machine: ['start', 'answer'],
      settings: { AGENCY: 'agency' },
    },
  },
} as const satisfies Feature;
