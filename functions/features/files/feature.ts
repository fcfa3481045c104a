import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

const pdfReader = [{ from: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' }] as const;

export const feature = {
  functions: {
    uploads: {
      description: 'Links for uploading files, and checking them',
      stack: 'api',
      operations: ['uploads'],
      records: 'read',
      writes: [PREFIX.file, PREFIX.answered, PREFIX.quota],
      makesKeyring: true,
      buckets: { uploads: ['write', 'read'] },
      settings: { QUOTAS: 'quotas', MALWARE: 'malware' },
      splits: true,
      companions: pdfReader,
    },
    'upload-check': {
      description: 'Compares uploads with their declarations',
      stack: 'workers',
      fedBy: { queue: 'uploaded/arrivals', batch: 1 },
      // The largest file, what it unpacks to, and PDFium’s copy of it; at this memory AWS gives one whole processor.
      memory: 1769,
      seconds: 60,
      records: 'read',
      writes: [PREFIX.file],
      buckets: { uploads: ['read', 'tags'] },
      settings: { MALWARE: 'malware' },
      splits: true,
      companions: pdfReader,
    },
    'upload-sweep': {
      description: 'Removes uploads that no dossier took',
      stack: 'workers',
      seconds: 600,
      records: 'read',
      buckets: { uploads: ['sweep'] },
    },
  },
  schedules: {
    'uploads/every-night': {
      description: 'Removes uploads of days gone by that no dossier took',
      function: 'upload-sweep',
      // 02:37 in Viet Nam.
      at: { minute: '37', hour: '19' },
    },
  },
  alarms: {
    'uploads/sweep-fails': {
      description:
        'Uploads that no dossier took were not removed this night: see “Uploads that nobody uses” in docs/operations.md.',
      of: { errorsOf: 'upload-sweep' },
      minutes: 5,
      atLeast: 1,
    },
    'state-secrets/found': {
      description:
        'A file carries the mark of a state secret and was stopped: see “State secrets” in docs/operations.md.',
      of: { metric: 'StateSecrets', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 5,
      atLeast: 1,
    },
  },
  queues: {
    'uploaded/arrivals': { stack: 'api', of: 'the check of uploads', hiddenSeconds: 360, tries: 10 },
  },
  events: {
    'uploaded/arrived': {
      description: 'A file was uploaded',
      when: { objectCreatedIn: 'uploads' },
      to: { queue: 'uploaded/arrivals' },
    },
  },
} as const satisfies Feature;
