import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';
import { sealingCompanions } from '../../records/sealing/companions.ts';

/** What makes a result: it renders the document, stores it and enters it in the register. */
const maker = {
  seconds: 55,
  memory: 1024,
  records: 'work',
  deletes: [PREFIX.work],
  buckets: { uploads: ['read'], issued: ['write'] },
  seals: true,
  splits: true,
  companions: sealingCompanions,
} as const;

export const feature = {
  functions: {
    'machine-issue': {
      ...maker,
      description: 'Makes and registers the result of a decided dossier',
      stack: 'api',
      calledByMachine: true,
    },
    'result-corrections': {
      ...maker,
      description: 'Makes and registers the results of signed corrections',
      stack: 'workers',
    },
  },
  consumes: [
    {
      consumer: 'corrections',
      function: 'result-corrections',
      kinds: ['correctionSigned'],
      batch: 1,
      atOnce: 2,
    },
  ],
} as const satisfies Feature;
