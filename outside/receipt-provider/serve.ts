import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen } from '../wire/listen.ts';
import { bodyOf, reply as write } from '../wire/messages.ts';

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
    const body = await bodyOf(request);
    const { method = 'GET', url: path = '/', headers } = request;
    send(response, answer({ method, path, headers, body }));
  });
  const { address: url, stop } = await listen(server, port);
  return { url, stop };
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'never') return;
  if (reply === undefined) return void response.destroy();
  write(response, reply.status, reply.body, reply.type);
}
