import type { Feature } from '../../kernel/feature.ts';
import { formCompanions } from '../../records/forms/companions.ts';

export const feature = {
  functions: {
    pads: {
      description: 'Signing pads at the counter: handwriting beside documents',
      stack: 'api',
      operations: ['pads'],
      seconds: 25,
      memory: 1024,
      records: 'work',
      buckets: { forms: ['read', 'write'] },
      splits: true,
      // What is signed may have to be made first.
      companions: formCompanions,
    },
  },
} as const satisfies Feature;
