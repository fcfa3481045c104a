import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** Ended dossiers handed over to the archive of their unit (nộp lưu hồ sơ), and held beyond their period. */
export const feature = {
  functions: {
    archive: {
      description: 'Batches of ended dossiers for the archive, legal holds',
      stack: 'api',
      operations: ['archive'],
      // Fifty dossiers are taken over by one request.
      seconds: 29,
      memory: 1024,
      records: 'work',
      writes: [PREFIX.archive, PREFIX.answered],
    },
  },
} as const satisfies Feature;
