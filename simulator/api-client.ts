import { MINUTE } from '../functions/domain/vietnam-time.ts';
import type { Operation } from '../schemas/api/operation.ts';
import type { Principal } from '../schemas/identity/principal.ts';
import type { Acknowledged } from '../test/durability/stubborn-client.ts';
import type { ApiEvent, ApiReply } from './deployed-functions.ts';
import type { Random } from './random.ts';
import type { Troubles } from './troubles.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A request, as its sender means it. */
export interface Request {
  readonly who: Principal;
  readonly operation: Operation;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent with every try of the same request. */
  readonly key?: string;
  readonly ifMatch?: number | undefined;
}

/** The answer that was waited for: a success, or a refusal that another try would not change. */
export interface Answered {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each sender reads what its operation answers with.
  readonly body: any;
  /** The stable code of a refusal. */
  readonly code: string | undefined;
}

export interface ApiClient {
  /** Sends a request until it is answered: every try has the same key, however often one is lost. */
  send(request: Request): Promise<Answered>;
  /** What was answered with success and is to be found in the ledgers. */
  readonly acknowledged: readonly Acknowledged[];
  /** Requests that arrived. */
  readonly requests: number;
}

export interface ApiClientDeps {
  readonly time: VirtualTime;
  readonly troubles: Troubles;
  readonly random: Random;
  readonly serve: (event: ApiEvent) => Promise<ApiReply>;
  readonly note: (request: Request, line: string) => void;
  readonly find: (audit: string, what: string) => void;
}

/** How long a sender waits for a reply that does not come, in virtual milliseconds. */
const PATIENCE = 30_000;

/** After so many tries without an answer something is wrong. */
const MOST_TRIES = 200;

/** Refusals that another try may get past. */
const PASSING = new Set(['version-conflict', 'too-busy', 'internal']);

export function openApiClient(deps: ApiClientDeps): ApiClient {
  const { time, troubles, random, note } = deps;
  const acknowledged: Acknowledged[] = [];
  let requests = 0;

  /** One try; undefined when no reply came. */
  async function attempt(request: Request): Promise<ApiReply | undefined> {
    if (troubles.befalls('lostRequest')) {
      note(request, 'the request is lost');
      await time.sleep(PATIENCE);
      return undefined;
    }
    requests++;
    const reply = await deps.serve(eventOf(request, requests));
    if (!troubles.befalls('lostReply')) return reply;
    note(request, `the reply (${reply.statusCode}) is lost`);
    await time.sleep(PATIENCE);
    return undefined;
  }

  async function insist(request: Request): Promise<Answered> {
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const reply = await attempt(request);
      const answer = reply && readReply(reply);
      note(request, answer ? `${answer.status} ${answer.code ?? ''}`.trim() : 'is sent again');
      if (answer && !(answer.code !== undefined && PASSING.has(answer.code))) return answer;
      await time.sleep(random.whole(500, Math.min(2 ** tries * 1000, 2 * MINUTE)));
    }
    deps.find('every request is answered', `${lineOf(request)} was tried ${MOST_TRIES} times`);
    return { status: 599, body: undefined, code: 'unanswered' };
  }

  /** What was answered with success once is answered the same for ever after. */
  function compare(request: Request, first: Answered, second: Answered): void {
    if (first.status === second.status && JSON.stringify(first.body) === JSON.stringify(second.body)) return;
    deps.find(
      'a repeated request is answered as the first was',
      `${lineOf(request)}: ${JSON.stringify(first)}, then ${JSON.stringify(second)}`,
    );
  }

  /** Sends a request twice at once. Of two that arrive together one may be refused for what it has read, and the other carried out. */
  async function sendTwice(request: Request): Promise<Answered> {
    const [one, other] = await time.both(
      () => insist(request),
      () => insist(request),
    );
    if (one.status < 300 && other.status < 300) compare(request, one, other);
    return one.status < 300 ? one : other;
  }

  return {
    acknowledged,
    get requests() {
      return requests;
    },
    async send(request) {
      const repeatable = request.key !== undefined;
      const answer =
        repeatable && troubles.befalls('sentTwice') ? await sendTwice(request) : await insist(request);
      if (!repeatable || answer.status >= 300) return answer;
      acknowledged.push({ path: pathOf(request), request: request.body, answer: answer.body });
      if (troubles.befalls('sentAgain')) {
        await time.sleep(random.whole(1, 120) * MINUTE);
        compare(request, answer, await insist(request));
      }
      return answer;
    },
  };
}

function readReply({ statusCode, body }: ApiReply): Answered {
  const read = JSON.parse(body);
  return { status: statusCode, body: read, code: statusCode >= 400 ? read.code : undefined };
}

function pathOf({ operation, params = {} }: Request): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}

export function lineOf(request: Request): string {
  return `${request.operation.method} ${pathOf(request)}`;
}

/** A request as API Gateway hands it over, its caller as the authorizer found. */
function eventOf(request: Request, serial: number): ApiEvent {
  const { operation, who, params, body, key, ifMatch } = request;
  const path = pathOf(request);
  return {
    version: '2.0',
    routeKey: `${operation.method} ${operation.path}`,
    rawPath: path,
    rawQueryString: '',
    headers: {
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    ...(params && { pathParameters: params }),
    requestContext: {
      requestId: `r${serial}`,
      http: { method: operation.method, path },
      authorizer: { lambda: { principal: JSON.stringify(who) } },
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  } as unknown as ApiEvent;
}
