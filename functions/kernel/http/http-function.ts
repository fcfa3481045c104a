import { createHash } from 'node:crypto';
import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpSecurityHeaders from '@middy/http-security-headers';
import type {
  APIGatewayProxyEventV2WithLambdaAuthorizer,
  APIGatewayProxyStructuredResultV2,
  Context,
} from 'aws-lambda';
import type { Operation } from '../../../schemas/api/operation.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { errorFacts } from '../lambda/error-facts.ts';
import { inRequest } from '../table/request-reads.ts';
import { accessReasonOf } from './access-reason.ts';
import type { Asked, Call, Handle, Proposed, Reply, Sender } from './call.ts';
import { callerOf } from './caller.ts';
import { versionIn } from './entity-tag.ts';
import { languageOf } from './language-of.ts';
import { bodyBytes, parseBody, parseParameters, readJsonBody } from './parse-request.ts';
import { problemReply } from './problem-reply.ts';
import { successReply } from './success-reply.ts';

type Event = APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, unknown>>;

/** What the factory needs besides the use cases. */
export interface HttpDeps {
  readonly logger: Logger;
  readonly now: () => Instant;
  /** Refuses a caller who may not perform this action on anything at all. */
  readonly authorize: (caller: Principal, action: Action) => void;
  /** Adds what is known of a caller beyond their token; without it a caller is what the token says. */
  readonly complete?: (caller: Principal, now: Instant) => Promise<Principal>;
}

/** One operation with its use case, types joined where both are known. */
export interface Route {
  readonly operation: Operation;
  readonly run: (event: Event, deps: Omit<HttpDeps, 'logger'>) => Promise<Reply<Operation> | Proposed>;
}

/**
 * Joins an operation and its use case. Reading, parsing and the first authorization are the same for every operation.
 * `ahead` starts the reads that the use case is going to need.
 */
export function route<O extends Operation>(
  operation: O,
  handle: Handle<O>,
  ahead?: (asked: Asked<O>) => void,
): Route {
  return {
    operation,
    async run(event, deps) {
      const now = deps.now();
      const named = callerOf(event.requestContext.authorizer?.lambda);
      // Authorize before looking at anything else in the request.
      deps.authorize(named, operation.action);
      const asked = {
        body: operation.body && parseBody(operation.body, readJsonBody(event, operation)),
        params: operation.params && parseParameters(operation.params, { ...event.pathParameters }),
        query: operation.query && parseParameters(operation.query, { ...event.queryStringParameters }),
      };
      ahead?.(asked as unknown as Asked<O>);
      const caller = deps.complete ? await deps.complete(named, now) : named;
      // Each part was parsed with the operation's own schema just above, as Call<O> declares.
      const call = {
        ...asked,
        caller,
        repeat: operation.method === 'POST' ? repeatOf(event) : noRepeat,
        ifMatch: operation.takesIfMatch ? ifMatchOf(event.headers['if-match']) : undefined,
        language: languageOf(event.headers['accept-language']),
        ...(operation.seesSender && { sender: senderOf(event) }),
        access: {
          requestId: event.requestContext.requestId,
          reason: operation.recordsReads ? accessReasonOf(event.headers['access-reason']) : null,
        },
        now,
      } as unknown as Parameters<Handle<O>>[0];
      return handle(call);
    },
  };
}

const senderOf = (event: Event): Sender => ({
  ip: event.requestContext.http.sourceIp,
  headers: event.headers,
  text: bodyBytes(event).toString('utf8'),
});

/** Reads need no idempotency key. */
const noRepeat: Call<Operation>['repeat'] = { key: undefined, requestHash: '' };

function repeatOf(event: Event): Call<Operation>['repeat'] {
  const key = event.headers['idempotency-key'];
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ProblemError('parameter-invalid', {
      vi: 'Idempotency-Key phải gồm 1 đến 200 ký tự ASCII in được.',
      en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    });
  }
  const hash = createHash('sha256');
  hash.update(`${event.requestContext.http.method} ${event.rawPath}\n`).update(bodyBytes(event));
  return { key, requestHash: hash.digest('hex') };
}

function ifMatchOf(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = versionIn(header);
  if (version === undefined)
    throw new ProblemError('precondition-failed', {
      vi: 'If-Match phải là ETag do API này trả về, ví dụ "3".',
      en: 'If-Match must be an ETag returned by this API, such as "3".',
    });
  return version;
}

/**
 * The handler of a function that serves operations over the HTTP API. It fixes the order of everything: headers,
 * caller, body, parameters, use case, answer; errors are turned into problems in one place.
 */
export function httpFunction(routes: readonly Route[], deps: HttpDeps) {
  const byRoute = new Map(routes.map(entry => [`${entry.operation.method} ${entry.operation.path}`, entry]));
  const { logger } = deps;

  async function serve(event: Event, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
    logger.addContext(context);
    logger.resetKeys();
    logger.appendKeys({ requestId: event.requestContext.requestId, routeKey: event.routeKey });
    const started = deps.now();
    try {
      const entry = byRoute.get(event.routeKey);
      if (!entry)
        throw new ProblemError('not-found', {
          vi: 'Không có chức năng này.',
          en: 'There is no such operation.',
        });
      const done = await inRequest(() => entry.run(event, deps));
      const reply = successReply(entry.operation, done, event.headers['if-none-match']);
      logger.info('COMPLETED', { status: reply.statusCode, milliseconds: deps.now() - started });
      return reply;
    } catch (error) {
      const language = languageOf(event.headers['accept-language']);
      const mapped = problemReply(error, {
        language,
        requestId: event.requestContext.requestId,
        now: deps.now(),
      });
      const facts = {
        status: mapped.problem.status,
        code: mapped.problem.code,
        milliseconds: deps.now() - started,
      };
      // Only our own faults are logged with their error; refusals may quote what was sent.
      if (mapped.ours) logger.error('FAILED', { ...facts, error: errorFacts(error) });
      else logger.info('REFUSED', facts);
      return mapped.reply;
    }
  }

  return middy<Event, APIGatewayProxyStructuredResultV2>()
    .use(httpHeaderNormalizer())
    .use(httpSecurityHeaders())
    .handler(serve);
}
