import { randomBytes } from 'node:crypto';
import type { HostClock } from '../host/clock.ts';
import { HostError } from '../host/host-error.ts';
import type { WireHandler } from '../host/http-server.ts';
import type { HostLog } from '../host/log.ts';
import type { Place } from '../host/place.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';
import type { Functions } from '../lambda/functions.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { ApiConfig } from './api-config.ts';
import { type Authorizer, openAuthorizer } from './authorizer.ts';
import { openCors } from './cors.ts';
import { type ApiIdentity, type ApiRequest, apiHeaders, proxyEvent } from './event.ts';
import { gatewayAnswer, integrationAnswer } from './response.ts';
import { routeTable } from './routes.ts';

/** API Gateway takes no larger bodies. */
export const LONGEST_BODY = 10 * 1024 * 1024;
/** Lambda takes no larger events and gives no larger answers. */
const LONGEST_EVENT = 6 * 1024 * 1024;

const NOT_FOUND = gatewayAnswer(404, 'Not Found');
const UNAUTHORIZED = gatewayAnswer(401, 'Unauthorized');
const FORBIDDEN = gatewayAnswer(403, 'Forbidden');
export const TOO_LARGE = gatewayAnswer(413, 'Request Entity Too Large');
const FAILED = gatewayAnswer(500, 'Internal Server Error');
const UNAVAILABLE = gatewayAnswer(503, 'Service Unavailable');

/** Serves an HTTP API with Lambda proxy integrations of payload format 2.0, as API Gateway does. */
export function openHttpApi(deps: {
  config: ApiConfig;
  functions: Functions;
  clock: HostClock;
  place: Place;
  port: number;
  log: HostLog;
  accessLog: boolean;
}): WireHandler {
  const { config, functions, clock, place, port, log, accessLog } = deps;
  const api: ApiIdentity = {
    accountId: place.accountId,
    apiId: config.id,
    stage: config.stage,
    stageVariables: config.stageVariables,
    port,
  };
  const poolOf = (arn: string): FunctionPool => {
    const pool = functions.find(arn);
    if (!pool) throw new HostError(`The HTTP API calls a function that the assembly does not have: ${arn}.`);
    return pool;
  };
  const authorizers = new Map<string, Authorizer>(
    [...config.authorizers].map(([id, authorizer]) => [
      id,
      openAuthorizer({ config: authorizer, pool: poolOf(authorizer.functionArn), api, clock }),
    ]),
  );
  const routes = routeTable(
    config.routes.map(route => ({
      routeKey: route.routeKey,
      target: { ...route, pool: poolOf(route.functionArn) },
    })),
  );
  const cors = config.cors && openCors(config.cors);
  const prefix = config.stage === '$default' ? '' : config.stage;

  const answer = async (
    wire: WireRequest,
    requestId: string,
    sourceAddress: string,
  ): Promise<WireResponse> => {
    const segments = decodedSegments(wire.path);
    const inStage = prefix === '' || segments?.[0] === config.stage;
    const found =
      segments && inStage ? routes.match(wire.method, segments.slice(prefix === '' ? 0 : 1)) : undefined;
    if (!segments || !found) return NOT_FOUND;
    const { target, routeKey, parameters } = found;
    const request: ApiRequest = {
      wire,
      path: `/${segments.join('/')}`,
      requestId,
      sourceAddress,
      receivedAt: clock.now(),
      routeKey,
      parameters,
      headers: apiHeaders(wire.headers, { sourceAddress, port, requestId }),
    };
    const verdict = await authorizers.get(target.authorizerId ?? '')?.decide(request);
    if (verdict?.kind === 'unauthorized') return UNAUTHORIZED;
    if (verdict?.kind === 'forbidden') return FORBIDDEN;
    if (verdict?.kind === 'failed') return FAILED;
    const event = proxyEvent(request, api, verdict?.context);
    if (event.length > LONGEST_EVENT) return TOO_LARGE;
    const outcome = await within(target.timeout, target.pool.call(event));
    if (!outcome) return UNAVAILABLE;
    if (!outcome.ok || Buffer.byteLength(outcome.payload) > LONGEST_EVENT) return FAILED;
    return integrationAnswer(outcome.payload) ?? FAILED;
  };

  return async (wire, { address }) => {
    const started = performance.now();
    const preflight = cors?.preflight(wire);
    const requestId = randomBytes(12).toString('base64url');
    const response = preflight ?? (await answer(wire, requestId, address));
    if (accessLog) log.info(`${wire.method} ${wire.path} ${response.status}`);
    const own =
      cors && !preflight ? { ...withoutCors(response.headers), ...cors.headers(wire) } : response.headers;
    // The host's own measurement, which no client can take: from the whole request to the whole answer, in milliseconds.
    const timing = `total;dur=${(performance.now() - started).toFixed(1)}`;
    return { ...response, headers: { ...own, 'apigw-requestid': requestId, 'server-timing': timing } };
  };
}

/** API Gateway hands paths on decoded; a path that cannot be decoded matches nothing. */
function decodedSegments(path: string): string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const withoutCors = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('access-control-')));

/** The limit is in the machine's time, like the function's own. */
function within<Outcome>(milliseconds: number, outcome: Promise<Outcome>): Promise<Outcome | undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    void outcome.then(value => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
