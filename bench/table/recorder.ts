import { once } from 'node:events';
import { createServer } from 'node:http';
import { httpClient } from '../load/http-client.ts';
import type { TableCall } from './table-call.ts';

/** A request to the table, and how it ended. */
export interface RecordedCall extends TableCall {
  readonly status: number;
  readonly answer: unknown;
}

/** Stands in front of a table server, keeps what passes, and asks the server to say what each request consumes. */
export interface TableRecorder {
  readonly url: string;
  /** What has passed since this was asked last, in the order in which the table did it. */
  taken(): RecordedCall[];
  close(): void;
}

export async function openRecorder(tableUrl: string): Promise<TableRecorder> {
  const http = httpClient(64);
  let calls: RecordedCall[] = [];
  // One request after another: what is recorded is the order in which the table did them, conditions included.
  let before: Promise<unknown> = Promise.resolve();
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const sent = Buffer.concat(chunks).toString();
    const target = incoming.headers['x-amz-target'];
    const action = String(target ?? '')
      .split('.')
      .at(-1);
    // Streams and what is no request of the protocol go through as they are.
    const body: Record<string, unknown> | undefined =
      String(target).startsWith('DynamoDB_') && sent !== '' ? JSON.parse(sent) : undefined;
    const kept = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization'].flatMap(name => {
      const value = incoming.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    const forward = async () => {
      const { status, body: answer } = await http.send({
        method: incoming.method ?? 'POST',
        url: tableUrl + (incoming.url ?? '/'),
        headers: Object.fromEntries(kept),
        body: body === undefined ? sent : JSON.stringify({ ...body, ...wantsConsumption(action) }),
      });
      if (body !== undefined && action !== undefined) {
        calls.push({ action, body, status, answer: JSON.parse(answer.toString()) });
      }
      return { status, answer };
    };
    const answered = before.then(forward, forward);
    before = answered;
    const { status, answer } = await answered;
    outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The recorder has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    taken() {
      const taken = calls;
      calls = [];
      return taken;
    },
    close() {
      server.closeAllConnections();
      server.close();
      http.close();
    },
  };
}

const CONSUMING =
  /^(Get|Put|Update|Delete|BatchGet|BatchWrite|TransactGet|TransactWrite)Items?$|^Query$|^Scan$/;

const wantsConsumption = (action: string | undefined) =>
  CONSUMING.test(action ?? '') ? { ReturnConsumedCapacity: 'INDEXES' } : {};
