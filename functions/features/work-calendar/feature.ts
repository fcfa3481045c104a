import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    'work-calendar': {
      description: 'Work calendar of the province',
      stack: 'api',
      operations: ['work-calendar'],
      records: 'read',
      writes: [PREFIX.workCalendar, PREFIX.proposed, PREFIX.answered],
    },
  },
} as const satisfies Feature;
