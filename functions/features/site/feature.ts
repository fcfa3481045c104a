import type { Feature } from '../../kernel/feature.ts';

export const feature = {
  functions: {
    site: {
      description: 'Pages, documentation, health',
      stack: 'api',
      operations: ['site'],
      memory: 512,
      asksApi: true,
      // No right to the files themselves: the names say from where pages may show them.
      buckets: { uploads: [], results: [], issued: [], exports: [] },
      settings: { SIGN_IN: 'signIn', AGENCY: 'agency' },
      companions: [
        { pagesTo: 'pages' },
        { from: 'docs/openapi.json', to: 'openapi.json' },
        { from: 'functions/features/site/pages/docs.html', to: 'docs.html' },
        { from: 'functions/features/site/pages/start.js', to: 'start.js' },
        { from: 'node_modules/swagger-ui-dist/swagger-ui.css', to: 'swagger-ui.css' },
        { from: 'node_modules/swagger-ui-dist/swagger-ui-bundle.js', to: 'swagger-ui-bundle.js' },
      ],
    },
  },
} as const satisfies Feature;
