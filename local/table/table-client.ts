import { Agent, request as httpRequest } from 'node:http';
import { HostError } from '../host/host-error.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';

/** The host's own way to the table server. */
export interface TableClient {
  readonly url: string;
  /** Calls one action (`DynamoDB.PutItem`, `Streams.GetRecords`); throws a TableCallError with the server's error. */
  call(api: 'DynamoDB' | 'Streams', action: string, body: unknown): Promise<unknown>;
  /** Hands a client's request through as it is. */
  forward(request: WireRequest): Promise<WireResponse>;
  close(): void;
}

/** An error the table server answered with; `code` is its short name (`ResourceNotFoundException`). */
export class TableCallError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const TARGETS = { DynamoDB: 'DynamoDB_20120810', Streams: 'DynamoDBStreams_20120810' } as const;
/** The server asks for a signature's form but, on one machine, not for its truth. */
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=host/20240101/ap-southeast-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0';

export function openTableClient(url: string): TableClient {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(url);

  const send = (method: string, path: string, headers: Record<string, string>, body: Buffer) =>
    new Promise<WireResponse>((resolve, reject) => {
      const outgoing = httpRequest(
        {
          agent,
          hostname,
          port,
          method,
          path,
          headers: { ...headers, 'content-length': String(body.length) },
        },
        incoming => {
          const chunks: Buffer[] = [];
          incoming.on('data', chunk => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const kept = ['content-type', 'x-amzn-requestid', 'x-amz-crc32'].flatMap(name => {
              const value = incoming.headers[name];
              return typeof value === 'string' ? [[name, value] as const] : [];
            });
            resolve({
              status: incoming.statusCode ?? 502,
              headers: Object.fromEntries(kept),
              body: Buffer.concat(chunks),
            });
          });
        },
      );
      outgoing.on('error', thrown =>
        reject(
          new HostError(`The table server at ${url} does not answer: ${thrown.message}.`, { cause: thrown }),
        ),
      );
      outgoing.end(body);
    });

  return {
    url,
    async call(api, action, body) {
      const headers = {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `${TARGETS[api]}.${action}`,
        'x-amz-date': '20240101T000000Z',
        authorization: AUTHORIZATION,
      };
      const response = await send('POST', '/', headers, Buffer.from(JSON.stringify(body)));
      const answer: unknown = JSON.parse(response.body.toString());
      if (response.status === 200) return answer;
      const { __type = 'Unknown', message = '' } = errorBody(answer);
      throw new TableCallError(__type.split('#').at(-1) ?? __type, `${action}: ${message}`);
    },
    forward(request) {
      const kept = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization', 'accept-encoding'].flatMap(
        name => {
          const value = request.headers[name];
          return typeof value === 'string' ? [[name, value] as const] : [];
        },
      );
      return send(request.method, request.path, Object.fromEntries(kept), request.body);
    },
    close: () => agent.destroy(),
  };
}

function errorBody(answer: unknown): { __type?: string; message?: string } {
  if (typeof answer !== 'object' || answer === null) return {};
  const read = (name: string) => {
    const value: unknown = Reflect.get(answer, name);
    return typeof value === 'string' ? value : undefined;
  };
  const type = read('__type');
  const message = read('message') ?? read('Message');
  return { ...(type === undefined ? {} : { __type: type }), ...(message === undefined ? {} : { message }) };
}
