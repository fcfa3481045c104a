import * as z from 'zod';
import { operation } from '../operation.ts';

export const siteOperations = {
  health: operation({
    id: 'health',
    method: 'GET',
    path: '/healthz',
    capability: 'site',
    tag: 'Public',
    summary: 'Whether the service is up',
    action: 'public.read',
    answer: { status: 200, schema: z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' }) },
    problems: [],
  }),
} as const;

/** Pages of the documentation, served beside the operations. */
export const documentationPages = [
  '/openapi.json',
  '/docs',
  '/docs/swagger-ui.css',
  '/docs/swagger-ui-bundle.js',
  '/docs/start.js',
] as const;

/**
 * The pages (docs/pages.md), served by the same function: public ones, a pad's, an applicant's own, the officers'.
 * What is below a page's own path is the page's to read.
 */
export const pagePaths = [
  '/',
  '/assets/{file}',
  '/procedures',
  '/procedures/{code}',
  '/track',
  '/verify',
  '/pay',
  '/pad',
  '/mine',
  '/mine/{path+}',
  '/officer',
  '/officer/{path+}',
] as const;
