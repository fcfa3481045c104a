import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../functions/kernel/table/table.ts';

/** An item as a store would have written it. */
export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** One write as a store asked for it: what is put, or the key of what is updated, deleted or only checked. */
export interface CapturedWrite {
  readonly kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
  readonly item: Item;
  /** The whole request of the write. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** A table that keeps nothing and remembers what it was asked to write: so the stores themselves make the items. */
export interface Capture {
  readonly table: Table;
  /** What was written since this was asked last. */
  taken(): CapturedWrite[];
}

type Request = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** @param read what a read of one item finds. */
export function captureWrites(read: (key: { pk: string; sk: string }) => unknown = () => undefined): Capture {
  let writes: CapturedWrite[] = [];
  const keep = (request: Request) => {
    for (const kind of ['Put', 'Update', 'Delete', 'ConditionCheck'] as const) {
      const one = request[kind];
      if (one) writes.push({ kind, item: (one['Item'] ?? one['Key']) as Item, request: one });
    }
  };
  const client = {
    // The stores use no more of the client than this.
    async send({ input }: { input: Record<string, unknown> }) {
      if ('TransactItems' in input) for (const one of input['TransactItems'] as Request[]) keep(one);
      else if ('RequestItems' in input) {
        for (const requests of Object.values(
          input['RequestItems'] as Record<string, { PutRequest: never }[]>,
        ))
          for (const { PutRequest } of requests) keep({ Put: PutRequest });
      } else if ('Key' in input) return { Item: read(input['Key'] as { pk: string; sk: string }) };
      return {};
    },
  };
  return {
    table: { client: client as unknown as DynamoDBDocumentClient, name: 'captured' },
    taken() {
      const taken = writes;
      writes = [];
      return taken;
    },
  };
}
