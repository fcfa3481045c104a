import type { Feature } from '../../kernel/feature.ts';
import { AUDIT_PREFIXES, PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    search: {
      description: 'Searching dossiers',
      stack: 'api',
      operations: ['search'],
      records: 'read',
      writes: [PREFIX.quota, ...AUDIT_PREFIXES],
      settings: { QUOTAS: 'quotas' },
    },
  },
} as const satisfies Feature;
