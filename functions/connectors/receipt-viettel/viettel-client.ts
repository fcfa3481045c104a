import type { ViettelConnection } from '../../../schemas/outside/receipt-connections.ts';
import {
  VIETTEL_PLACES,
  type ViettelAnswer,
  viettelAnswer,
  viettelToken,
} from '../../../schemas/outside/receipt-viettel.ts';
import type { BoundedAnswer } from '../../kernel/http/fetch-bounded.ts';
import { type Deadline, fetchInTime, jsonOf } from '../../kernel/outside/deadline.ts';
import { type Missed, missed, missedByFault, missedByStatus } from '../../kernel/outside/missed.ts';

/** A token holds for twenty minutes, and one that ran out is answered like any fault: it is renewed well before. */
const TOKEN_LIFE = 10 * 60_000;
const MOST_TOKEN = 64 * 1024;
const JSON_TYPE = 'application/json; charset=utf-8';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The account is wrong. */
export type Blocked = { readonly state: 'blocked'; readonly code: string };
/** What was answered, right or wrong. */
export type Answered = { readonly state: 'answered'; readonly answer: ViettelAnswer };

export interface ViettelCall {
  readonly place: Exclude<keyof typeof VIETTEL_PLACES, 'login'>;
  readonly under?: string;
  /** JSON, or a form. */
  readonly body: object | URLSearchParams;
  readonly mostBytes: number;
}

/** Calls Viettel's service with a token of a body's account. */
export class ViettelClient {
  readonly #tokens = new Map<string, { readonly value: string; readonly until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async call(
    connection: ViettelConnection,
    taxCode: string,
    call: ViettelCall,
    deadline: Deadline,
  ): Promise<Answered | Blocked | Missed> {
    const account = connection.bodies.find(body => body.taxCode === taxCode);
    if (!account) return missed('notConnected', 'no-account');
    const token = await this.#tokenOf(connection.url, account, deadline);
    if (typeof token !== 'string') return token;
    const isForm = call.body instanceof URLSearchParams;
    const answer = await send(connection.url, deadline, {
      place: `${VIETTEL_PLACES[call.place]}${call.under === undefined ? '' : `/${call.under}`}`,
      body: isForm ? String(call.body) : JSON.stringify(call.body),
      contentType: isForm ? FORM_TYPE : JSON_TYPE,
      headers: { cookie: `access_token=${token}` },
      mostBytes: call.mostBytes,
    });
    if ('fault' in answer) return missedByFault(answer.fault);
    if (answer.status === 401 || answer.status === 403) {
      this.#tokens.delete(taxCode);
      return { state: 'blocked', code: `http-${answer.status}` };
    }
    const read = viettelAnswer.safeParse(jsonOf(answer.body));
    if (read.success) return { state: 'answered', answer: read.data };
    return answer.status === 200 ? missed('untrustworthy', 'malformed') : missedByStatus(answer.status);
  }

  async #tokenOf(
    url: string,
    { taxCode, username, password }: ViettelConnection['bodies'][number],
    deadline: Deadline,
  ): Promise<string | Blocked | Missed> {
    const kept = this.#tokens.get(taxCode);
    if (kept && kept.until > this.#now()) return kept.value;
    const answer = await send(url, deadline, {
      place: VIETTEL_PLACES.login,
      body: JSON.stringify({ username, password }),
      contentType: JSON_TYPE,
      mostBytes: MOST_TOKEN,
    });
    if ('fault' in answer) return missedByFault(answer.fault, 'login-');
    if (answer.status >= 500) return missedByStatus(answer.status, 'login-');
    const read = viettelToken.safeParse(jsonOf(answer.body));
    if (answer.status !== 200) return { state: 'blocked', code: `login-${answer.status}` };
    if (!read.success) return missed('untrustworthy', 'login-malformed');
    this.#tokens.set(taxCode, { value: read.data.access_token, until: this.#now() + TOKEN_LIFE });
    return read.data.access_token;
  }
}

async function send(
  site: string,
  deadline: Deadline,
  {
    place,
    body,
    ...more
  }: {
    readonly place: string;
    readonly body: string;
    readonly contentType: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly mostBytes: number;
  },
): Promise<BoundedAnswer> {
  const url = new URL(place, site.endsWith('/') ? site : `${site}/`);
  return fetchInTime(deadline, {
    url: url.href,
    body: Buffer.from(body),
    trustedHosts: [url.host],
    ...more,
  });
}
