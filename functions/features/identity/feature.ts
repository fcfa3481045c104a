import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    authorizer: {
      description: 'Finds out who calls from a bearer token',
      stack: 'api',
      authorizes: true,
      settings: { TRUSTED_ISSUERS: 'issuers' },
    },
  },
} as const satisfies Feature;
