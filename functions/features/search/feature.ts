import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    search: {
      description: 'Looking for dossiers',
      stack: 'api',
      operations: ['search'],
      records: 'work',
    },
    'search-upkeep': {
      description: 'Search entries written anew on command',
      stack: 'api',
      operations: ['search-upkeep'],
      seconds: 29,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.found],
    },
  },
} as const satisfies Feature;
