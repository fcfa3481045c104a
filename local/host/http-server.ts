import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HostClock } from './clock.ts';
import { HostError, messageOf, systemCodeOf } from './host-error.ts';
import type { HostLog } from './log.ts';
import { namesThisMachine } from './loopback.ts';
import type { WireRequest, WireResponse } from './wire.ts';

/** Answers one request that was read whole. */
export type WireHandler = (request: WireRequest, from: { readonly address: string }) => Promise<WireResponse>;

/** A server that is bound to its port, answers 503 until it is given a handler, and can be closed at once. */
export interface HttpServer {
  readonly port: number;
  serve(handler: WireHandler): void;
  /** Stops listening, lets answers under way finish for up to `graceMilliseconds`, then cuts what is left. */
  close(graceMilliseconds: number): Promise<void>;
}

/** Listens on 127.0.0.1. Bodies over `bodyLimit` bytes are answered by `tooLarge` without being kept. */
export async function listenHttp(deps: {
  port: number;
  clock: HostClock;
  log: HostLog;
  bodyLimit: number;
  tooLarge: WireResponse;
  /** Told when answering fails because the host itself cannot go on. */
  onFault: (thrown: unknown) => void;
}): Promise<HttpServer> {
  const { clock, log, bodyLimit, tooLarge } = deps;
  let handler: WireHandler | undefined;

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!handler)
      return send(outgoing, clock, {
        status: 503,
        headers: { 'retry-after': '1' },
        body: 'The host is starting.',
      });
    // A page elsewhere may have its name lead to this machine, and would then be asked here as if it were its own.
    if (!namesThisMachine(incoming.headers))
      return send(outgoing, clock, {
        status: 421,
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: '{"message":"This host answers as 127.0.0.1 and localhost only."}',
      });
    const body = await readBody(incoming, bodyLimit);
    if (!body) {
      outgoing.setHeader('connection', 'close');
      return send(outgoing, clock, tooLarge);
    }
    const [path = '/', ...query] = (incoming.url ?? '/').split('?');
    const request = {
      method: incoming.method ?? 'GET',
      path,
      query: query.join('?'),
      headers: incoming.headers,
      body,
    };
    send(outgoing, clock, await handler(request, { address: incoming.socket.remoteAddress ?? '127.0.0.1' }));
  };

  const server = createServer({ keepAliveTimeout: 65_000 }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((thrown: unknown) => {
      if (thrown instanceof HostError) deps.onFault(thrown);
      if (incoming.destroyed && !incoming.complete) return;
      log.warn(
        `${incoming.method} ${incoming.url} failed inside the host: ${thrown instanceof Error ? thrown.stack : thrown}`,
      );
      if (!outgoing.headersSent)
        send(outgoing, clock, { status: 500, headers: {}, body: 'The host failed: see its log.' });
    });
  });
  server.on('clientError', (fault: Error, socket) => {
    // Nothing more is read here: who does not hang up would keep the connection for ever.
    if (!socket.writable || systemCodeOf(fault) === 'ECONNRESET') socket.destroy();
    else socket.end(refusalOf(systemCodeOf(fault)), () => socket.destroy());
  });
  const port = await bind(server, deps.port);
  return {
    port,
    serve(wanted) {
      handler = wanted;
    },
    close: grace =>
      new Promise(resolve => {
        // Closing what is closed calls back with an error, which is as good.
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), grace).unref();
      }),
  };
}

/** By the parser's fault, what is said to who sent no HTTP request. */
const REFUSALS: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_INVALID_URL: [
    '400 Bad Request',
    'The URL holds characters that must be percent-encoded, as letters with diacritics must.',
  ],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too long.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request took too long to arrive.'],
};

/** A whole response as text: there is no request that it could be the answer of. */
function refusalOf(code = ''): string {
  const [status, message] = REFUSALS[code] ?? ['400 Bad Request', 'This is not an HTTP request.'];
  const body = JSON.stringify({ message });
  return [
    `HTTP/1.1 ${status}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', thrown =>
      reject(
        new HostError(
          systemCodeOf(thrown) === 'EADDRINUSE'
            ? `Port ${port} on 127.0.0.1 is in use by another program: stop it, or choose another with --port.`
            : `Port ${port} on 127.0.0.1 cannot be listened on: ${messageOf(thrown)}.`,
          { cause: thrown },
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}

async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function send(outgoing: ServerResponse, clock: HostClock, response: WireResponse): void {
  // Clients of AWS correct their clock by this header, so it must be the host's time, not the machine's.
  outgoing.setHeader('date', new Date(clock.now()).toUTCString());
  for (const [name, value] of Object.entries(response.headers))
    outgoing.setHeader(name, splitCookies(name, value));
  outgoing.statusCode = response.status;
  const bodyless = response.status === 204 || response.status === 304 || outgoing.req.method === 'HEAD';
  if (!bodyless && !outgoing.hasHeader('content-length'))
    outgoing.setHeader('content-length', Buffer.byteLength(response.body));
  outgoing.end(bodyless ? undefined : response.body);
}

/** Several cookies travel in one value separated by line feeds: unlike other headers they must not be joined by commas. */
function splitCookies(name: string, value: string): string | string[] {
  return name === 'set-cookie' ? value.split('\n') : value;
}
