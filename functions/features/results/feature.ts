import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    'machine-issue': {
      description: 'Makes and registers the result of a decided dossier',
      stack: 'api',
      calledByMachine: true,
      seconds: 55,
      memory: 1024,
      records: 'work',
      deletes: [PREFIX.work],
      buckets: { uploads: ['read'], results: ['write'] },
      splits: true,
      companions: [
        { fontsTo: 'fonts' },
        { from: 'node_modules/harfbuzzjs/dist/harfbuzz.wasm', to: 'harfbuzz.wasm' },
      ],
    },
  },
} as const satisfies Feature;
