import type { APIGatewayProxyEventV2WithLambdaAuthorizer, Context } from 'aws-lambda';
import { siteOperations } from '../../schemas/api/operations/site.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { staticPage } from './static-page.ts';

const operations = httpFunction(
  [route(siteOperations.health, async () => ({ body: { status: 'ok' as const } }))],
  {
    logger: functionLogger(),
    now: runtimeNow,
  },
);
const folder = new URL('./', import.meta.url);

/** Health, the OpenAPI document, and its browsable pages. */
export async function handler(
  event: APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, unknown>>,
  context: Context,
) {
  return (await staticPage(folder, event.routeKey)) ?? operations(event, context);
}
