import type { APIGatewayProxyEventV2WithLambdaAuthorizer, Context } from 'aws-lambda';
import * as z from 'zod';
import { pagePaths, siteOperations } from '../../../../../schemas/api/operations/site.ts';
import { signIn } from '../../../../../schemas/identity/sign-in.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { answerPage, type PageDeps } from '../../answer-page.ts';
import { asset } from '../../asset.ts';
import { contentPolicy, fileOrigins } from '../../page-policy.ts';
import { pageServer } from '../../page-server.ts';
import { staticPage } from '../../static-page.ts';

const siteEnvironment = z.object({
  API_URL: z.url(),
  API_HEADERS: jsonSetting(z.record(z.string(), z.string())).default({}),
  AGENCY: jsonSetting(z.string()),
  SIGN_IN: jsonSetting(signIn),
  UPLOADS_BUCKET: z.string(),
  RESULTS_BUCKET: z.string(),
  ISSUED_BUCKET: z.string(),
  EXPORTS_BUCKET: z.string(),
  AWS_REGION: z.string(),
  AWS_ENDPOINT_URL: z.url().optional(),
});

const logger = functionLogger();
const operations = httpFunction(
  [route(siteOperations.health, async () => ({ body: { status: 'ok' as const } }))],
  { logger, now: runtimeNow, authorize: demandAnyhow },
);
const folder = new URL('./', import.meta.url);
const pages = new URL('./pages/', import.meta.url);
const pageRoutes: ReadonlySet<string> = new Set(pagePaths.map(path => `GET ${path}`));
const pageDeps = pageDepsOf(readEnvironment(siteEnvironment));

function pageDepsOf(environment: z.infer<typeof siteEnvironment>): PageDeps {
  const files = fileOrigins({
    buckets: [
      environment.UPLOADS_BUCKET,
      environment.RESULTS_BUCKET,
      environment.ISSUED_BUCKET,
      environment.EXPORTS_BUCKET,
    ],
    region: environment.AWS_REGION,
    endpoint: environment.AWS_ENDPOINT_URL,
  });
  return {
    server: pageServer(pages),
    policy: contentPolicy(files, environment.SIGN_IN),
    onFailed: kind => logger.warn('PAGE_FAILED', { error: kind }),
    site: {
      api: { url: environment.API_URL, headers: environment.API_HEADERS },
      agency: environment.AGENCY,
      signIn: environment.SIGN_IN,
    },
  };
}

/** Health, the OpenAPI document with its browsable pages, and the pages for officers, applicants and everybody. */
export async function handler(
  event: APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, unknown>>,
  context: Context,
) {
  const document = await staticPage(folder, event.routeKey);
  if (document) return document;
  if (event.routeKey === 'GET /assets/{file}')
    return (
      (await asset(
        new URL('assets/', pages),
        event.pathParameters?.['file'] ?? '',
        event.headers['accept-encoding'],
      )) ?? { statusCode: 404, headers: { 'cache-control': 'no-store' }, body: '' }
    );
  if (pageRoutes.has(event.routeKey)) return answerPage(pageDeps, event);
  return operations(event, context);
}
