import { randomBytes } from 'node:crypto';
import type { HostClock } from '../host/clock.ts';
import { HostError } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import type { Place } from '../host/place.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';
import type { Functions } from '../lambda/functions.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { ApiConfig, RouteConfig } from './api-config.ts';
import { type Authorizer, openAuthorizer } from './authorizer.ts';
import { type Cors, openCors } from './cors.ts';
import { type ApiIdentity, type ApiRequest, apiHeaders, proxyEvent } from './event.ts';
import { gatewayAnswer, integrationAnswer } from './response.ts';
import { type RouteTable, routeTable } from './routes.ts';
import { openThrottle, type Throttle } from './throttle.ts';

/** API Gateway takes no larger bodies. */
export const LONGEST_BODY = 10 * 1024 * 1024;
/** Lambda takes no larger events and gives no larger answers. */
const LONGEST_EVENT = 6 * 1024 * 1024;

const NOT_FOUND = gatewayAnswer(404, 'Not Found');
const UNAUTHORIZED = gatewayAnswer(401, 'Unauthorized');
const FORBIDDEN = gatewayAnswer(403, 'Forbidden');
export const TOO_LARGE = gatewayAnswer(413, 'Request Entity Too Large');
const TOO_MANY = gatewayAnswer(429, 'Too Many Requests');
const FAILED = gatewayAnswer(500, 'Internal Server Error');
const UNAVAILABLE = gatewayAnswer(503, 'Service Unavailable');

export interface HttpApiDeps {
  readonly config: ApiConfig;
  readonly functions: Functions;
  readonly clock: HostClock;
  readonly place: Place;
  readonly port: number;
  readonly log: HostLog;
  readonly accessLog: boolean;
  readonly throttled: boolean;
}

interface Target extends RouteConfig {
  readonly pool: FunctionPool;
}

/** An HTTP API with Lambda proxy integrations of payload format 2.0, as API Gateway has it. */
export class HttpApi {
  readonly #deps: HttpApiDeps;
  readonly #api: ApiIdentity;
  readonly #authorizers: ReadonlyMap<string, Authorizer>;
  readonly #routes: RouteTable<Target>;
  readonly #cors: Cors | undefined;
  readonly #serves: Throttle;

  constructor(deps: HttpApiDeps) {
    const { config, place, port, clock } = deps;
    const { id: apiId, stage, stageVariables } = config;
    const api = { accountId: place.accountId, apiId, stage, stageVariables, port };
    this.#deps = deps;
    this.#api = api;
    this.#authorizers = new Map(
      [...config.authorizers].map(([id, authorizer]) => [
        id,
        openAuthorizer({ config: authorizer, pool: this.#poolOf(authorizer.functionArn), api, clock }),
      ]),
    );
    this.#routes = routeTable(
      config.routes.map(route => ({
        routeKey: route.routeKey,
        target: { ...route, pool: this.#poolOf(route.functionArn) },
      })),
    );
    this.#cors = config.cors && openCors(config.cors);
    this.#serves = deps.throttled ? openThrottle(clock, config.throttle, config.routeThrottles) : () => true;
  }

  async serve(wire: WireRequest, { address }: { readonly address: string }): Promise<WireResponse> {
    const { accessLog, log } = this.#deps;
    const started = performance.now();
    const preflight = this.#cors?.preflight(wire);
    const requestId = randomBytes(12).toString('base64url');
    const response = preflight ?? (await this.#answer(wire, requestId, address));
    if (accessLog) log.info(`${wire.method} ${wire.path} ${response.status}`);
    const own =
      this.#cors && !preflight
        ? { ...withoutCors(response.headers), ...this.#cors.headers(wire) }
        : response.headers;
    // The host's own measurement, which no client can take: from the whole request to the whole answer, in milliseconds.
    const timing = `total;dur=${(performance.now() - started).toFixed(1)}`;
    return { ...response, headers: { ...own, 'apigw-requestid': requestId, 'server-timing': timing } };
  }

  async #answer(wire: WireRequest, requestId: string, sourceAddress: string): Promise<WireResponse> {
    const found = this.#find(wire);
    if (!found) return NOT_FOUND;
    const { target, routeKey, parameters, path } = found;
    if (!this.#serves(routeKey)) return TOO_MANY;
    const request: ApiRequest = {
      wire,
      path,
      requestId,
      sourceAddress,
      receivedAt: this.#deps.clock.now(),
      routeKey,
      parameters,
      headers: apiHeaders(wire.headers, { sourceAddress, port: this.#deps.port, requestId }),
    };
    const verdict = await this.#authorizers.get(target.authorizerId ?? '')?.decide(request);
    if (verdict?.kind === 'unauthorized') return UNAUTHORIZED;
    if (verdict?.kind === 'forbidden') return FORBIDDEN;
    if (verdict?.kind === 'failed') return FAILED;
    return invoke(target, proxyEvent(request, this.#api, verdict?.context));
  }

  #find({ method, path }: WireRequest) {
    const { stage } = this.#deps.config;
    const segments = decodedSegments(path);
    const prefix = stage === '$default' ? [] : [stage];
    if (!segments || prefix.some((part, index) => segments[index] !== part)) return undefined;
    const found = this.#routes.match(method, segments.slice(prefix.length));
    return found && { ...found, path: `/${segments.join('/')}` };
  }

  #poolOf(arn: string): FunctionPool {
    const pool = this.#deps.functions.find(arn);
    if (!pool) throw new HostError(`The HTTP API calls a function that the assembly does not have: ${arn}.`);
    return pool;
  }
}

async function invoke(target: Target, event: string): Promise<WireResponse> {
  if (event.length > LONGEST_EVENT) return TOO_LARGE;
  const outcome = await within(target.timeout, target.pool.call(event));
  if (!outcome) return UNAVAILABLE;
  if (!outcome.ok || Buffer.byteLength(outcome.payload) > LONGEST_EVENT) return FAILED;
  return integrationAnswer(outcome.payload) ?? FAILED;
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
