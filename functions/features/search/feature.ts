import type { Feature } from '../../kernel/feature.ts';
import { AUDIT_PREFIXES } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    search: {
      description: 'Searching dossiers',
      stack: 'api',
      operations: ['search'],
      records: 'read',
      writes: AUDIT_PREFIXES,
    },
  },
} as const satisfies Feature;
