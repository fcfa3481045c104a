import { HostError } from '../local/host/host-error.ts';

/** What an API call answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A caller of the HTTP API with one token. Refusals are errors that quote the problem. */
export class ApiClient {
  readonly url: string;
  readonly token: string | undefined;
  readonly language: 'vi' | 'en';

  constructor(url: string, token?: string, language: 'vi' | 'en' = 'vi') {
    this.url = url;
    this.token = token;
    this.language = language;
  }

  get(path: string): Promise<Answer> {
    return this.#call('GET', path, undefined);
  }

  post(path: string, body: unknown, idempotencyKey?: string): Promise<Answer> {
    return this.#call('POST', path, body, idempotencyKey);
  }

  async #call(method: string, path: string, body: unknown, idempotencyKey?: string): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        'accept-language': this.language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch(({ cause }: Error) => {
      const why = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
      throw new HostError(
        `No API can be reached at ${this.url}${why}: is it running, and the address right?`,
      );
    });
    const text = await response.text();
    const answer = { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    if (!response.ok)
      throw new HostError(`${method} ${path} answered ${response.status}: ${text.slice(0, 2000)}`);
    return answer;
  }
}

/** A client with a development token of the embedded host. */
export async function devClient(
  url: string,
  request: Record<string, unknown>,
  language?: 'vi' | 'en',
): Promise<ApiClient> {
  const { body } = await new ApiClient(url).post('/dev/tokens', request);
  const token = body !== null && typeof body === 'object' && 'token' in body ? body.token : undefined;
  if (typeof token !== 'string') throw new HostError('The host gave no development token.');
  return new ApiClient(url, token, language);
}
