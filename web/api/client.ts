import { type Operations, routes } from './generated.ts';
import { problemOf, Refused, SignedOut, Unreachable } from './problem.ts';

export type OperationId = keyof Operations & keyof typeof routes;
type Part<Id extends OperationId, Name extends string> = Name extends keyof Operations[Id]
  ? Operations[Id][Name]
  : undefined;
export type Answer<Id extends OperationId> = Part<Id, 'answer'>;
export type Query<Id extends OperationId> = Part<Id, 'query'>;
export type Body<Id extends OperationId> = Part<Id, 'body'>;

/** What a request says. A change that is sent again carries the key it had, so that it happens once. */
export interface Sent<Id extends OperationId> {
  readonly params?: Part<Id, 'params'>;
  readonly query?: Query<Id>;
  readonly body?: Body<Id>;
  readonly key?: string;
  /** Why somebody's data is read, kept with the record of it. */
  readonly reason?: string;
  /** The state that the change was decided on; another one is refused. */
  readonly ifMatch?: string;
  /** What was answered before: an answer that is still the same comes back as `undefined`. */
  readonly known?: string | undefined;
  readonly signal?: AbortSignal;
}

export interface Answered<Id extends OperationId> {
  /** `undefined` when nothing changed since `known`. */
  readonly body: Answer<Id> | undefined;
  readonly etag: string | undefined;
  /** 202: the change waits for a second administrator. */
  readonly status: number;
}

export interface ClientOptions {
  /** Where the API answers; the pages' own origin by default. */
  readonly url?: string;
  readonly language: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that an answer is waited for; without it, as long as the browser does. */
  readonly patience?: number;
  /** The access token, for who has signed in. */
  readonly token?: () => Promise<string | undefined>;
  /** Asks for another token after one was refused; false when the sign-in is over. */
  readonly renew?: () => Promise<boolean>;
}

/** Calls the API by the operation's id. Throws `Refused`, `SignedOut` or `Unreachable`. */
export interface Client {
  ask<Id extends OperationId>(id: Id, sent?: Sent<Id>): Promise<Answered<Id>>;
  /** The body of an answer. */
  get<Id extends OperationId>(id: Id, sent?: Omit<Sent<Id>, 'known'>): Promise<Answer<Id>>;
}

export function makeClient(options: ClientOptions): Client {
  async function ask<Id extends OperationId>(id: Id, sent: Sent<Id> = {}): Promise<Answered<Id>> {
    // One key for all tries of one change: an answer that was lost on its way is given again.
    const key = sent.key ?? crypto.randomUUID();
    let response = await send(options, id, { ...sent, key });
    if (response.status === 401 && options.renew) {
      if (!(await options.renew())) throw new SignedOut();
      response = await send(options, id, { ...sent, key });
    }
    if (response.status === 401 && options.token) throw new SignedOut();
    const etag = response.headers.get('etag') ?? undefined;
    if (response.status === 304) return { body: undefined, etag, status: 304 };
    if (!response.ok) throw new Refused(await problemOf(response));
    return { body: (await response.json()) as Answer<Id>, etag, status: response.status };
  }
  return {
    ask,
    get: async (id, sent) => (await ask(id, sent ?? {})).body as Answer<typeof id>,
  };
}

async function send<Id extends OperationId>(
  { url = '', language, headers, patience, token }: ClientOptions,
  id: Id,
  sent: Sent<Id>,
): Promise<Response> {
  const [method = 'GET', path = ''] = routes[id].split(' ');
  const bearer = await token?.();
  try {
    return await fetch(`${url}${addressOf(path, sent)}`, {
      method,
      cache: 'no-store',
      headers: {
        ...headers,
        'accept-language': language,
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(sent.known !== undefined && { 'if-none-match': sent.known }),
        ...(sent.ifMatch !== undefined && { 'if-match': sent.ifMatch }),
        ...(sent.reason !== undefined && { 'access-reason': encodeURIComponent(sent.reason) }),
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': sent.key ?? crypto.randomUUID(),
        }),
      },
      ...(method === 'POST' && { body: JSON.stringify(sent.body ?? {}) }),
      ...(sent.signal
        ? { signal: sent.signal }
        : patience !== undefined && { signal: AbortSignal.timeout(patience) }),
    });
  } catch (cause) {
    if (sent.signal?.aborted) throw cause;
    throw new Unreachable('no answer', { cause });
  }
}

function addressOf(path: string, sent: { readonly params?: unknown; readonly query?: unknown }): string {
  const params = (sent.params ?? {}) as Readonly<Record<string, unknown>>;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(String(params[name])));
  const query = Object.entries((sent.query ?? {}) as Readonly<Record<string, unknown>>)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)]);
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query)}`;
}

/** A part of a path. A dot or two would lead elsewhere, however they are encoded. */
function segment(value: string): string {
  if (/^\.{0,2}$/.test(value))
    throw new Refused({ status: 404, code: 'not-found', title: `“${value}”: 404` });
  return encodeURIComponent(value);
}
