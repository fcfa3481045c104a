import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StoredItem } from '../../support/stored-items.ts';

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../fixtures/release-2026-11/${name}`, import.meta.url));

/** Every item that the earlier release's table held. */
export function oldItems(): StoredItem[] {
  const lines = readFileSync(fixture('items.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map(line => JSON.parse(line) as StoredItem);
}

/** Its dossiers, by what had become of them. */
export function oldDossiers(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(fixture('dossiers.json'), 'utf8'));
}

/** Puts all items into a table. */
export async function loadItems(client: DynamoDBDocumentClient, table: string): Promise<void> {
  const items = oldItems();
  for (let start = 0; start < items.length; start += 25) {
    const requests = items.slice(start, start + 25).map(Item => ({ PutRequest: { Item } }));
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    if (Object.keys(UnprocessedItems).length > 0) throw new Error('the table left items out');
  }
}

/** Puts executions and files into the data folder of a host that is not running. */
export function layOutFolder(dataFolder: string): void {
  cpSync(fixture('objects'), join(dataFolder, 'objects'), { recursive: true });
  const executions = join(dataFolder, 'executions');
  rmSync(executions, { recursive: true });
  mkdirSync(executions);
  for (const name of readdirSync(fixture('executions'))) {
    const bytes = readFileSync(fixture(`executions/${name}`));
    const packed = name.endsWith('.gz');
    writeFileSync(join(executions, packed ? name.slice(0, -3) : name), packed ? gunzipSync(bytes) : bytes);
  }
}
