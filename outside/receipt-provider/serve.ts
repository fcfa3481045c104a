import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered; undefined breaks the line, `never` leaves it open. */
export type Reply =
  | { readonly status: number; readonly body: string; readonly type: string }
  | 'never'
  | undefined;

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Serves on this machine until it is stopped. */
export async function serve(
  port: number,
  answer: (asked: Asked) => Reply,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString('utf8');
    const { method = 'GET', url: path = '/', headers } = request;
    send(response, answer({ method, path, headers, body }));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'never') return;
  if (reply === undefined) return void response.destroy();
  const bytes = Buffer.from(reply.body);
  const headers = { 'content-type': `${reply.type}; charset=utf-8`, 'content-length': bytes.length };
  response.writeHead(reply.status, headers).end(bytes);
}
