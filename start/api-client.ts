import { HostError } from '../local/host/host-error.ts';
import { Refusal } from '../tools/refusal.mjs';

/** The answer of an API call. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A refusal or failure of the API. */
export class ApiRefusal extends HostError {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
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
      throw new Refusal({
        vi: `Không kết nối được tới API tại ${this.url}${why}: hãy kiểm tra hệ thống có đang chạy và địa chỉ có đúng không.`,
        en: `Cannot reach the API at ${this.url}${why}: check that it is running and that the address is right.`,
      });
    });
    const text = await response.text();
    const answer = { status: response.status, body: this.#read(text, response.status) };
    if (!response.ok)
      throw new ApiRefusal(
        `${method} ${path} answered ${response.status}: ${text.slice(0, 2000)}`,
        response.status,
      );
    return answer;
  }

  #read(text: string, status: number): unknown {
    if (text === '') return undefined;
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new Refusal(
        {
          vi: `Địa chỉ ${this.url} có trả lời (${status}) nhưng không phải JSON: hãy kiểm tra lại địa chỉ API.`,
          en: `${this.url} answered (${status}), but not with JSON: check that this is the address of the API.`,
        },
        { cause },
      );
    }
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
