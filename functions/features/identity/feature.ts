import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    authorizer: {
      description: 'Authenticates callers by bearer token',
      stack: 'api',
      authorizes: true,
      settings: { TRUSTED_ISSUERS: 'issuers' },
    },
  },
} as const satisfies Feature;
