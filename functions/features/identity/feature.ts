import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

export const feature = {
  functions: {
    authorizer: {
      description: 'Authenticates callers by bearer token',
      stack: 'api',
      authorizes: true,
      // Whether the officer still works where the token says; the secret by which the access log digests accounts.
      finds: [PREFIX.officers, PREFIX.keyring],
      settings: { TRUSTED_ISSUERS: 'issuers' },
    },
  },
  alarms: {
    'issuers/unreachable': {
      description:
        'The keys of an issuer of tokens cannot be fetched; those fetched last hold for an hour: see “Issuers” in docs/operations.md.',
      of: { metric: 'KeysUnreachable', statistic: 'Sum', dimensions: { service: 'motcua' } },
      minutes: 5,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
