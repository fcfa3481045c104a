import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** Money at the counter: refunds (hoàn trả), cash drawers (két thu) and what is paid in of them, accounts of a unit. */
export const feature = {
  functions: {
    money: {
      description: 'Refunds of dossiers, cash drawers, sums of a unit’s accounts',
      stack: 'api',
      operations: ['money'],
      // A month of a unit’s accounts is some thousand queries.
      seconds: 29,
      memory: 1024,
      records: 'work',
      writes: [PREFIX.money, PREFIX.answered],
    },
  },
} as const satisfies Feature;
