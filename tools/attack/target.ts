import { request as httpRequest } from 'node:http';

/** What the host answered. */
export interface Answer {
  readonly status: number;
  /** Of a problem: its code. */
  readonly code: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: what is attacked may answer anything
  readonly body: any;
  readonly text: string;
  readonly milliseconds: number;
}

interface Sent {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The host under attack, on this machine only. */
export class Target {
  readonly port: number;
  /** The host's data folder. */
  readonly data: string;

  /** The port of AWS's protocols. */
  readonly awsPort: number;

  constructor(port: number, data: string, awsPort: number) {
    this.port = port;
    this.data = data;
    this.awsPort = awsPort;
  }

  /** A development token; every attacker may have one, as everybody may sign in. */
  async token(of: Readonly<Record<string, unknown>>): Promise<string> {
    const { body, status } = await this.send('POST', '/dev/tokens', { body: of });
    if (status !== 200 && status !== 201) throw new Error(`POST /dev/tokens answered ${status}`);
    return String(body.token);
  }

  officer(id: string, unit: string, ...roles: string[]): Promise<string> {
    return this.token({ kind: 'officer', id, unit, roles });
  }

  /** One request, as raw as attacks need it: any header, also `Host`; a string body is sent as it is. */
  send(
    method: string,
    path: string,
    { token, body, headers = {} }: Sent = {},
    port = this.port,
  ): Promise<Answer> {
    const bytes = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: {
            'accept-language': 'en',
            ...(bytes !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(bytes),
            }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...headers,
          },
        },
        incoming => {
          let text = '';
          incoming.setEncoding('utf8').on('data', chunk => {
            text += chunk;
          });
          incoming.on('error', reject);
          incoming.on('end', () => {
            const read = parsed(text);
            resolve({
              status: incoming.statusCode ?? 0,
              code: typeof read?.code === 'string' ? read.code : undefined,
              body: read,
              text,
              milliseconds: performance.now() - started,
            });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(bytes);
    });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Held if the answer is this refusal; otherwise what it was. */
export function refusedAs(
  { status, code, text }: Answer,
  wanted: number,
  wantedCode?: string,
): string | undefined {
  if (status === wanted && (wantedCode === undefined || code === wantedCode)) return undefined;
  return `answered ${status}${code === undefined ? '' : ` ${code}`}: ${text.slice(0, 160)}`;
}

/** The first thing that was not held. */
export const firstOf = (found: readonly (string | undefined)[]): string | undefined =>
  found.find(each => each !== undefined);
