import type { Operation } from '../../schemas/api/operation.ts';
import { allOperations } from '../../schemas/api/operations/all.ts';
import { devClient } from '../../start/api-client.ts';
import { expectBothLanguages } from './both-languages.ts';
import type { Conformance } from './conformance.ts';

/** What a request may be made of, beside its operation. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string or bytes are sent as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer as it came, and its body read as JSON. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of a body it has checked against the document.
  readonly body: any;
  /** The stable code of a refusal; `gateway` for API Gateway's own, undefined for success. */
  readonly code: string | undefined;
}

/** One caller of the API. Every answer is checked against the OpenAPI document, and each kind of refusal in both languages. */
export interface Caller {
  readonly name: string;
  call(operation: string, sent?: Sent): Promise<Answered>;
}

/** The operation of an id; a test that names another one is wrong. */
export function operationOf(id: string): Operation {
  const found = allOperations.find(operation => operation.id === id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
}

/** A caller with a token, or with none. */
export function callerWith(
  api: { url: string; conformance: Conformance },
  name: string,
  token: string | undefined,
): Caller {
  const ask = async (operation: Operation, sent: Sent): Promise<Answered> => {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, key: string) => sent.params?.[key] ?? '');
    const query = new URLSearchParams(sent.query).toString();
    const response = await fetch(`${api.url}${path}${query && `?${query}`}`, {
      method: operation.method,
      headers: {
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...sent.headers,
      },
      ...(sent.body !== undefined && { body: bytesOf(sent.body) }),
    });
    const text = await response.text();
    const answer = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    return { ...answer, code: api.conformance.check(operation, answer) };
  };
  return {
    name,
    async call(id, sent = {}) {
      const operation = operationOf(id);
      const answer = await ask(operation, sent);
      const { code } = answer;
      if (code === undefined || code === 'gateway' || sent.headers?.['accept-language'] !== undefined)
        return answer;
      // What was refused changed nothing, so the same request is refused again.
      if (api.conformance.unheard(operation, code)) {
        const headers = { ...sent.headers, 'accept-language': 'en-US,en;q=0.9' };
        expectBothLanguages(answer, await ask(operation, { ...sent, headers }));
      }
      return answer;
    },
  };
}

function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array
    ? (body as string | Uint8Array<ArrayBuffer>)
    : JSON.stringify(body);
}

/** A caller with a development token of the embedded host. */
export async function devCaller(
  api: { url: string; conformance: Conformance },
  name: string,
  identity: Record<string, unknown>,
): Promise<Caller> {
  return callerWith(api, name, (await devClient(api.url, identity)).token);
}
