import type { Feature } from '../../kernel/feature.ts';

const pdfReader = [{ from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' }] as const;

export const feature = {
  functions: {
    uploads: {
      description: 'Links for uploading files, and checking them',
      stack: 'api',
      operations: ['uploads'],
      records: 'work',
      buckets: { uploads: ['write', 'read'] },
      splits: true,
      companions: pdfReader,
    },
    'upload-check': {
      description: 'Compares uploads with their declarations',
      stack: 'workers',
      fedBy: { queue: 'uploaded/arrivals', batch: 10 },
      records: 'work',
      buckets: { uploads: ['read'] },
      splits: true,
      companions: pdfReader,
    },
  },
  queues: {
    'uploaded/arrivals': { stack: 'api', of: 'the check of uploads', hiddenSeconds: 90, tries: 5 },
  },
  events: {
    'uploaded/arrived': {
      description: 'A file was uploaded',
      when: { objectCreatedIn: 'uploads' },
      to: { queue: 'uploaded/arrivals' },
    },
  },
} as const satisfies Feature;
