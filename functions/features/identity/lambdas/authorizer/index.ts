import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda';
import * as z from 'zod';
import { trustedIssuer } from '../../../../../schemas/identity/issuer.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoOrganizationStore } from '../../../../records/organization/organization-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { asRecorded } from '../../as-recorded.ts';
import { authenticator } from '../../authenticate.ts';
import { fetchKeySet, remoteKeys } from '../../remote-keys.ts';

const environment = readEnvironment(
  tableEnvironment.extend({ TRUSTED_ISSUERS: jsonSetting(z.array(trustedIssuer).min(1)) }),
);
const logger = functionLogger();
const metrics = new Metrics({ namespace: 'motcua' });
const authenticate = authenticator({
  issuers: environment.TRUSTED_ISSUERS,
  now: runtimeNow,
  keysAt: uri =>
    remoteKeys(uri, {
      now: runtimeNow,
      fetchKeys: fetchKeySet,
      unreachable(jwks, error) {
        logger.error('KEYS_UNREACHABLE', { jwks, error: errorFacts(error) });
        metrics.addMetric('KeysUnreachable', MetricUnit.Count, 1);
        metrics.publishStoredMetrics();
      },
    }),
});
const recorded = asRecorded(dynamoOrganizationStore(openTable(environment.TABLE_NAME)));

/**
 * Lambda authorizer of the HTTP API: turns a bearer token into the caller that functions are told. With an expired or
 * forged token, or one that contradicts the officer's record, the caller is anonymous, and the function refuses it with
 * a problem that says so.
 */
export async function handler(
  event: APIGatewayRequestAuthorizerEventV2,
): Promise<APIGatewaySimpleAuthorizerWithContextResult<{ principal: string }>> {
  const token = /^Bearer\s+(\S+)$/i.exec(event.headers?.['authorization'] ?? '')?.[1];
  const named = token === undefined ? undefined : await authenticate(token);
  const caller = named && (await recorded(named));
  if (!caller) logger.info('UNAUTHENTICATED', { routeKey: event.routeKey });
  return { isAuthorized: true, context: { principal: JSON.stringify(caller ?? { kind: 'anonymous' }) } };
}
