import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { AGAIN, briefly, retry } from '../retry/retry.ts';
import type { ItemKey } from './item-key.ts';
import type { Table } from './table.ts';
import { tooBusy } from './too-busy.ts';

/** Most items per batch read. */
const BATCH = 100;

/**
 * Reads items by key, consistently: whole, one attribute, or only some members of it. Returns a lookup by key that
 * gives undefined for items that do not exist.
 */
export async function fetchItems(
  table: Table,
  keys: readonly ItemKey[],
  attribute?: string,
  members?: readonly string[],
): Promise<(key: ItemKey) => Record<string, unknown> | undefined> {
  const projection = attribute === undefined ? undefined : projectionOf(attribute, members);
  const nameOf = ({ pk, sk }: ItemKey) => `${pk} ${sk}`;
  const wanted = [...new Map(keys.map(key => [nameOf(key), key])).values()];
  const batches = Array.from({ length: Math.ceil(wanted.length / BATCH) }, (_, index) =>
    wanted.slice(index * BATCH, (index + 1) * BATCH),
  );
  const items = (await Promise.all(batches.map(batch => fetchBatch(table, batch, projection)))).flat();
  const byName = new Map(
    items.map(item => [nameOf({ pk: String(item['pk']), sk: String(item['sk']) }), item]),
  );
  return key => byName.get(nameOf(key));
}

function projectionOf(attribute: string, members: readonly string[] | undefined) {
  const paths = members?.map((_, at) => `#attribute.#m${at}`) ?? ['#attribute'];
  return {
    ProjectionExpression: ['pk', 'sk', ...paths].join(', '),
    ExpressionAttributeNames: {
      '#attribute': attribute,
      ...Object.fromEntries((members ?? []).map((name, at) => [`#m${at}`, name])),
    },
  };
}

async function fetchBatch(
  table: Table,
  keys: readonly ItemKey[],
  projection: ReturnType<typeof projectionOf> | undefined,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let left: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  const outcome = await retry(
    async () => {
      const answer = await table.client.send(
        new BatchGetCommand({
          RequestItems: { [table.name]: { Keys: left, ConsistentRead: true, ...projection } },
        }),
      );
      items.push(...(answer.Responses?.[table.name] ?? []));
      left = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
      return left.length > 0 ? AGAIN : items;
    },
    briefly,
    table.pauses,
  );
  if (outcome === AGAIN) throw tooBusy();
  return outcome;
}
