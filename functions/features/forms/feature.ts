import type { Feature } from '../../kernel/feature.ts';
import { formCompanions } from '../../records/forms/companions.ts';
import { AUDIT_PREFIXES } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    forms: {
      description: 'Forms of dossiers and registers as PDF',
      stack: 'api',
      operations: ['forms'],
      seconds: 25,
      memory: 1024,
      records: 'read',
      // Reads are recorded.
      writes: AUDIT_PREFIXES,
      buckets: { forms: ['read', 'write'] },
      splits: true,
      companions: formCompanions,
    },
  },
} as const satisfies Feature;
