import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda';
import * as z from 'zod';
import { trustedIssuer } from '../../../../../schemas/identity/issuer.ts';
import { ORIGIN_HEADER } from '../../../../../schemas/identity/origin-header.ts';
import type { Principal } from '../../../../../schemas/identity/principal.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { errorFacts } from '../../../../kernel/lambda/error-facts.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { accountDigester } from '../../../../records/keyring/account-digest.ts';
import { dynamoOrganizationStore } from '../../../../records/organization/organization-store.ts';
import { tableEnvironment } from '../../../../records/services.ts';
import { accountOf } from '../../account-of.ts';
import { asRecorded } from '../../as-recorded.ts';
import { authenticator } from '../../authenticate.ts';
import { fetchKeySet, remoteKeys } from '../../remote-keys.ts';
import { cameThroughEdge } from '../../through-the-edge.ts';

const environment = readEnvironment(
  tableEnvironment.extend({
    TRUSTED_ISSUERS: jsonSetting(z.array(trustedIssuer).min(1)),
    // Where CloudFront is before the API.
    ORIGIN_SECRETS: jsonSetting(z.array(z.string().min(32)).min(1)).optional(),
  }),
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
const table = openTable(environment.TABLE_NAME);
const recorded = asRecorded(dynamoOrganizationStore(table));
const digestOf = accountDigester(table);

/**
 * Whose token it is, for the access log, even where the record refuses it. Nobody is turned away because it could not
 * be found out.
 */
async function digestFor(named: Principal | undefined): Promise<string | undefined> {
  const account = named && accountOf(named);
  return account === undefined ? undefined : await digestOf(account).catch(() => undefined);
}

const ANYBODY = { principal: JSON.stringify({ kind: 'anonymous' } satisfies Principal) };

/**
 * Lambda authorizer of the HTTP API: turns a bearer token into the caller that functions are told. With an expired or
 * forged token, or one that contradicts the officer's record, the caller is anonymous, and the function refuses it with
 * a problem that says so.
 */
export async function handler(
  event: APIGatewayRequestAuthorizerEventV2,
): Promise<APIGatewaySimpleAuthorizerWithContextResult<{ principal: string; account?: string }>> {
  const secrets = environment.ORIGIN_SECRETS;
  if (secrets && !cameThroughEdge(secrets, event.headers?.[ORIGIN_HEADER])) {
    logger.info('NOT_THROUGH_EDGE', { routeKey: event.routeKey });
    return { isAuthorized: false, context: ANYBODY };
  }
  // A route for anybody asks for the secret alone, and what is answered holds for all callers: no token counts here.
  if (secrets && event.identitySource?.length === 1) return { isAuthorized: true, context: ANYBODY };
  const token = /^Bearer\s+(\S+)$/i.exec(event.headers?.['authorization'] ?? '')?.[1];
  const named = token === undefined ? undefined : await authenticate(token);
  const [caller, account] = await Promise.all([named && recorded(named), digestFor(named)]);
  if (!caller) logger.info('UNAUTHENTICATED', { routeKey: event.routeKey });
  return {
    isAuthorized: true,
    context: {
      principal: JSON.stringify(caller ?? { kind: 'anonymous' }),
      ...(account !== undefined && { account }),
    },
  };
}
