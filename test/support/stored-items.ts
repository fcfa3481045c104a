import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { MemoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { storedKind } from '../../schemas/stored/register.ts';

/** An item as the table gives it back. */
export type StoredItem = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** Every item of a table. */
export async function itemsOfTable(client: DynamoDBDocumentClient, TableName: string): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey }));
    items.push(...((page.Items ?? []) as StoredItem[]));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}

export const itemsOfTwin = (records: MemoryRecords): StoredItem[] =>
  records.all().map(({ key, item }) => ({ ...item, ...key }));

/** Items that the register does not know, or that have another shape than it says: each with what is wrong. */
export function unregistered(items: readonly StoredItem[]): string[] {
  return items.flatMap(({ pk, sk, ...item }) => {
    const kind = storedKind({ pk, sk });
    if (!kind) return [`${pk} ${sk}: no such kind`];
    const read = kind.shape.safeParse(item);
    return read.success
      ? []
      : [
          `${pk} ${sk}: ${read.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
        ];
  });
}

/** The kinds that there are items of, as `pk sk` beginnings. */
export function kindsOf(items: readonly StoredItem[]): Set<string> {
  return new Set(
    items.flatMap(key => {
      const kind = storedKind(key);
      return kind ? [`${kind.pk} ${kind.sk}`] : [];
    }),
  );
}
