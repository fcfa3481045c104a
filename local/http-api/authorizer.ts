import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import { type ApiIdentity, type ApiRequest, requestPart } from './event.ts';

/** What an authorizer came to. */
export type Verdict =
  | { readonly kind: 'allowed'; readonly context: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'failed' };

export interface Authorizer {
  decide(request: ApiRequest): Promise<Verdict>;
}

export interface AuthorizerConfig {
  readonly identitySources: readonly string[];
  /** 0: no answer is kept. */
  readonly cacheSeconds: number;
  readonly arn: string;
}

const SimpleAnswer = z.looseObject({
  isAuthorized: z.boolean(),
  context: z.record(z.string(), z.unknown()).nullish(),
});
/** The cache forgets its oldest answers beyond this many. */
const CACHE_LIMIT = 10_000;

/** A Lambda REQUEST authorizer with simple responses: one answer holds for the same identity, on every route, until it is too old. */
export function openAuthorizer(deps: {
  config: AuthorizerConfig;
  pool: FunctionPool;
  api: ApiIdentity;
  clock: HostClock;
}): Authorizer {
  const { config, pool, api, clock } = deps;
  const cache = new Map<string, { readonly until: number; readonly verdict: Verdict }>();

  const ask = async (request: ApiRequest, identity: readonly string[]): Promise<Verdict> => {
    const outcome = await pool.call(
      JSON.stringify({
        ...requestPart(request, api),
        type: 'REQUEST',
        routeArn: routeArn(request, api, config.arn),
        identitySource: identity,
      }),
    );
    // A function says "this caller is unknown" by failing with just this word.
    if (!outcome.ok)
      return { kind: outcome.error.errorMessage === 'Unauthorized' ? 'unauthorized' : 'failed' };
    const answer = SimpleAnswer.safeParse(JSON.parse(outcome.payload));
    if (!answer.success) return { kind: 'failed' };
    return answer.data.isAuthorized
      ? { kind: 'allowed', context: answer.data.context ?? {} }
      : { kind: 'forbidden' };
  };

  return {
    async decide(request) {
      const identity = config.identitySources.map(source => identityValue(source, request));
      const given = identity.filter(value => value !== undefined && value !== '');
      if (given.length < identity.length) return { kind: 'unauthorized' };
      const values = given.map(String);
      const key = JSON.stringify(values);
      const known = config.cacheSeconds > 0 ? cache.get(key) : undefined;
      if (known && known.until > clock.now()) return known.verdict;
      const verdict = await ask(request, values);
      if (config.cacheSeconds > 0 && (verdict.kind === 'allowed' || verdict.kind === 'forbidden')) {
        cache.delete(key);
        cache.set(key, { until: clock.now() + config.cacheSeconds * 1000, verdict });
        const oldest = cache.size > CACHE_LIMIT ? cache.keys().next().value : undefined;
        if (oldest !== undefined) cache.delete(oldest);
      }
      return verdict;
    },
  };
}

/** `$request.header.Authorization`, `$request.querystring.key`, `$context.routeKey` … */
function identityValue(source: string, request: ApiRequest): string | undefined {
  const [, , name = ''] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
  if (source.startsWith('$request.header.')) return request.headers[name.toLowerCase()];
  if (source.startsWith('$request.querystring.'))
    return new URLSearchParams(request.wire.query).get(name) ?? undefined;
  if (source === '$context.routeKey') return request.routeKey;
  return undefined;
}

function routeArn(request: ApiRequest, api: ApiIdentity, authorizerArn: string): string {
  const region = authorizerArn.split(':')[3];
  return `arn:aws:execute-api:${region}:${api.accountId}:${api.apiId}/${api.stage}/${request.wire.method}${request.path}`;
}
