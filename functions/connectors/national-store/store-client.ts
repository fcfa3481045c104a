import { type StoreConnection, storeToken } from '../../../schemas/outside/national-store.ts';
import type { BoundedAnswer } from '../../kernel/http/fetch-bounded.ts';
import { type Deadline, fetchInTime, jsonOf } from '../../kernel/outside/deadline.ts';
import { type Missed, missed, missedByFault, missedByStatus } from '../../kernel/outside/missed.ts';

const MOST_TOKEN = 64 * 1024;
/** A token is not used in its last seconds. */
const MARGIN = 30_000;
const USUAL_LIFE = 300;

/** What is sent to the store. */
export interface Sent {
  readonly url: URL;
  readonly body?: unknown;
  readonly mostBytes: number;
  /** Of the whole operation: what it asks for a token counts, too. */
  readonly deadline: Deadline;
}

/** Sends to the store with a token of its platform, which is renewed once where it is refused. */
export class StoreClient {
  #token: { readonly value: string; readonly until: number; readonly of: StoreConnection } | undefined;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async send(
    connection: StoreConnection,
    sent: Sent,
  ): Promise<Extract<BoundedAnswer, { status: number }> | Missed> {
    for (const fresh of [false, true]) {
      const token = await this.#tokenOf(connection, fresh, sent.deadline);
      if (typeof token !== 'string') return token;
      const answer = await ask(connection, sent, token);
      if ('fault' in answer) return missedByFault(answer.fault);
      if (answer.status !== 401) return answer;
    }
    return missed('refused', 'token');
  }

  async #tokenOf(connection: StoreConnection, fresh: boolean, deadline: Deadline): Promise<string | Missed> {
    const kept = this.#token;
    if (!fresh && kept?.of === connection && kept.until > this.#now()) return kept.value;
    const { tokenUrl, consumerKey, consumerSecret } = connection;
    const answer = await fetchInTime(deadline, {
      url: tokenUrl,
      body: Buffer.from('grant_type=client_credentials'),
      contentType: 'application/x-www-form-urlencoded',
      headers: {
        authorization: `Basic ${Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')}`,
      },
      mostBytes: MOST_TOKEN,
      trustedHosts: [new URL(tokenUrl).host],
    });
    if ('fault' in answer) return missedByFault(answer.fault, 'token-');
    if (answer.status !== 200) return missedByStatus(answer.status, 'token-');
    const read = storeToken.safeParse(jsonOf(answer.body));
    if (!read.success) return missed('untrustworthy', 'token-malformed');
    const { access_token: value, expires_in: seconds = USUAL_LIFE } = read.data;
    this.#token = { value, until: this.#now() + seconds * 1000 - MARGIN, of: connection };
    return value;
  }
}

function ask(connection: StoreConnection, sent: Sent, token: string): Promise<BoundedAnswer> {
  const { url, body, mostBytes, deadline } = sent;
  const own = url.host === new URL(connection.url).host;
  return fetchInTime(deadline, {
    url: url.href,
    ...(body !== undefined && {
      body: Buffer.from(JSON.stringify(body)),
      contentType: 'application/json; charset=utf-8',
    }),
    // Other hosts that a link names are not shown the token.
    ...(own && { headers: { authorization: `Bearer ${token}` } }),
    mostBytes,
    trustedHosts: [new URL(connection.url).host, ...connection.fileHosts],
  });
}
