import type { APIGatewayProxyEventV2WithLambdaAuthorizer, Context } from 'aws-lambda';
import { siteOperations } from '../../../../../schemas/api/operations/site.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { staticPage } from '../../static-page.ts';

const operations = httpFunction(
  [route(siteOperations.health, async () => ({ body: { status: 'ok' as const } }))],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
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
