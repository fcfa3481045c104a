import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { marshall } from '@aws-sdk/util-dynamodb';

/** A table whose lists are made up: nothing is read, so that what is measured is the reader and not the table. */
export interface CannedTable {
  readonly url: string;
  close(): void;
}

/**
 * Answers every query with the next items of a list of `rows`, as DynamoDB would, and hands every other request on to `url`. `itemAt` is
 * the item at a place of it, `sortKey` the attribute by which a query says where it goes on.
 */
export async function cannedTable(options: {
  url: string;
  rows: number;
  itemAt: (place: number) => Record<string, unknown>;
  sortKey: string;
}): Promise<CannedTable> {
  const { url, rows, itemAt, sortKey } = options;
  const places = new Map<string, number>();
  const query = (asked: { Limit: number; ExpressionAttributeValues: Record<string, { S: string }> }) => {
    const before = asked.ExpressionAttributeValues[':before']?.S;
    const from = before === undefined ? 0 : (places.get(before) ?? rows);
    const items = Array.from({ length: Math.min(asked.Limit, rows - from) }, (_, step) =>
      itemAt(from + step),
    );
    const last = items.at(-1);
    if (last) places.set(String(last[sortKey]), from + items.length);
    const more = from + items.length < rows && last;
    return {
      Items: items.map(item => marshall(item)),
      ...(more && { LastEvaluatedKey: marshall({ pk: last['pk'], sk: last['sk'] }) }),
    };
  };
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const target = String(request.headers['x-amz-target']);
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    if (target.endsWith('.Query')) {
      response.writeHead(200, headers).end(JSON.stringify(query(JSON.parse(body.toString()))));
      return;
    }
    const { authorization = '', 'x-amz-date': date = '' } = request.headers;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': target, authorization, 'x-amz-date': String(date) },
      body,
    });
    response.writeHead(answer.status, headers).end(await answer.text());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
