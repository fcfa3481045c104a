import type {
  APIGatewayRequestAuthorizerEventV2,
  APIGatewaySimpleAuthorizerWithContextResult,
} from 'aws-lambda';
import * as z from 'zod';
import { trustedIssuer } from '../../../../../schemas/identity/issuer.ts';
import { jsonSetting, readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { authenticator } from '../../authenticate.ts';

const environment = readEnvironment(
  z.object({ TRUSTED_ISSUERS: jsonSetting(z.array(trustedIssuer).min(1)) }),
);
const authenticate = authenticator({ issuers: environment.TRUSTED_ISSUERS, now: runtimeNow });
const logger = functionLogger();

/**
 * Lambda authorizer of the HTTP API: turns a bearer token into the caller that functions are told. With an expired or
 * forged token the caller is anonymous, and the function refuses it with a problem that says so.
 */
export async function handler(
  event: APIGatewayRequestAuthorizerEventV2,
): Promise<APIGatewaySimpleAuthorizerWithContextResult<{ principal: string }>> {
  const token = /^Bearer\s+(\S+)$/i.exec(event.headers?.['authorization'] ?? '')?.[1];
  const caller = token === undefined ? undefined : await authenticate(token);
  if (!caller) logger.info('UNAUTHENTICATED', { routeKey: event.routeKey });
  return { isAuthorized: true, context: { principal: JSON.stringify(caller ?? { kind: 'anonymous' }) } };
}
