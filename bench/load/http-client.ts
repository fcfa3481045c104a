import { Agent, request } from 'node:http';

/** An answer, and how long it took: the whole way as the client saw it, and the server's own part where it says so, in milliseconds. */
export interface Timed {
  readonly status: number;
  readonly body: Buffer;
  readonly clientTime: number;
  readonly serverTime: number | undefined;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Sends requests over connections that stay open, at most so many at once. */
export function httpClient(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send({ method, url, headers, body }: HttpRequest): Promise<Timed> {
      return new Promise((resolve, reject) => {
        const started = performance.now();
        const length = body === undefined ? 0 : Buffer.byteLength(body);
        const outgoing = request(
          url,
          { agent, method, headers: { ...headers, ...(body !== undefined && { 'content-length': length }) } },
          incoming => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('error', reject);
            incoming.on('end', () =>
              resolve({
                status: incoming.statusCode ?? 0,
                body: Buffer.concat(chunks),
                clientTime: performance.now() - started,
                serverTime: serverTimeOf(incoming.headers['server-timing']),
              }),
            );
          },
        );
        outgoing.on('error', reject);
        outgoing.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
export type HttpClient = ReturnType<typeof httpClient>;

/** The milliseconds of `total;dur=12.3`. */
export function serverTimeOf(header: string | string[] | undefined): number | undefined {
  const [, milliseconds] = /(?:^|,)\s*total;dur=([\d.]+)/.exec(String(header ?? '')) ?? [];
  return milliseconds === undefined ? undefined : Number(milliseconds);
}
