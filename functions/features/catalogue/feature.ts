import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    catalogue: {
      description: 'Procedures and workflows',
      stack: 'api',
      operations: ['catalogue'],
      seconds: 29,
      memory: 1024,
      records: 'read',
      writes: [PREFIX.procedure, PREFIX.workflow, PREFIX.catalogue, PREFIX.proposed, PREFIX.answered],
      makesKeyring: true,
    },
  },
} as const satisfies Feature;
