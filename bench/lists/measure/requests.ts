import { devClient } from '../../../start/api-client.ts';
import type { HttpClient, HttpRequest, Timed } from '../../load/http-client.ts';
import type { CallerKind, ListCall, Query } from './calls.ts';

/** Makes a call's requests ready to be sent to a host: with tokens, and cursors where a later page is wanted. */
export function requestsFor(apiUrl: string, http: HttpClient) {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (by: CallerKind) => {
    const name = JSON.stringify(by);
    const known =
      tokens.get(name) ?? devClient(apiUrl, { ...by, level: undefined }).then(({ token }) => token ?? '');
    tokens.set(name, known);
    return known;
  };
  const request = async (path: string, by: CallerKind, query: Query): Promise<HttpRequest> => ({
    method: 'GET',
    url: `${apiUrl}${path}?${new URLSearchParams(query)}`,
    headers: { authorization: `Bearer ${await tokenOf(by)}`, 'accept-language': 'vi' },
  });
  return async ({ path, asked, depth = 0 }: ListCall): Promise<HttpRequest[]> => {
    const ready: HttpRequest[] = [];
    for (const { by, query } of asked) {
      let next = await request(path, by, query);
      for (let page = 0; page < depth; page++) {
        const { nextCursor } = readAnswer(await http.send(next));
        if (typeof nextCursor !== 'string') break;
        next = await request(path, by, { ...query, cursor: nextCursor });
      }
      ready.push(next);
    }
    return ready;
  };
}

/** The body of an answer that must be a good one. */
export function readAnswer({ status, body }: Timed): { nextCursor?: unknown; items?: readonly unknown[] } {
  if (status !== 200) throw new Error(`A list answered ${status}: ${body.toString().slice(0, 500)}`);
  return JSON.parse(body.toString());
}
