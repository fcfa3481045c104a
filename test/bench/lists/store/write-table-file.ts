import { createHash } from 'node:crypto';
import { createReadStream, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import { deployTable } from '../../../../local/table/deploy-table.ts';
import { openTableClient } from '../../../../local/table/table-client.ts';
import { startTableServer, tableServerProgram } from '../../../../local/table/table-server.ts';
import type { TableSpec } from '../../../../local/table/table-spec.ts';
import { itemSize, type WireItem } from './item-size.ts';

/** Lines of items in the order of their keys, and the table server's file that they are to be in. */
export interface TableFile {
  readonly items: string;
  readonly spec: TableSpec;
  readonly file: string;
}

/** Items between two commits. */
const STRETCH = 50_000;
/** The form of the table server's files that is known here. */
const KNOWN_SCHEMA = '9';

/**
 * Makes a table's file with all items in it. The server itself makes the empty table; its rows are then written beside it, for through
 * the server a million dossiers take more than an hour, and its import needs three times the disk. The file is under another name until it is
 * whole.
 *
 * @param told how many items are in by now.
 */
export async function writeTableFile({ items, spec, file }: TableFile, told: (items: number) => void) {
  const partial = `${file}.partial`;
  for (const end of ['', '-wal', '-shm']) rmSync(`${partial}${end}`, { force: true });
  await makeEmpty(partial, spec);
  const db = new DatabaseSync(partial);
  try {
    demandKnown(db);
    // A file that is not whole is thrown away, so nothing need be kept to take back what was written.
    for (const pragma of ['journal_mode=MEMORY', 'synchronous=OFF', 'cache_size=-1000000'])
      db.exec(`PRAGMA ${pragma}`);
    // Made again when all rows are there: sorted at once, not torn open by each.
    const later = z
      .array(z.object({ name: z.string(), sql: z.string() }))
      .parse(db.prepare(`SELECT name, sql FROM sqlite_master WHERE name LIKE '%::base_key'`).all());
    for (const { name } of later) db.exec(`DROP INDEX "${name}"`);
    const write = rowWriter(db, spec);
    let written = 0;
    db.exec('BEGIN');
    for await (const line of createInterface(createReadStream(items).pipe(createGunzip()))) {
      write(line.slice('{"Item":'.length, -1));
      if (++written % STRETCH !== 0) continue;
      db.exec('COMMIT; BEGIN');
      told(written);
    }
    db.exec('COMMIT');
    for (const { sql } of later) db.exec(sql);
    db.exec('PRAGMA journal_mode=WAL');
    told(written);
  } finally {
    db.close();
  }
  renameSync(partial, file);
}

async function makeEmpty(file: string, spec: TableSpec): Promise<void> {
  const server = await startTableServer({ program: tableServerProgram(), file });
  const client = openTableClient(server.url);
  await deployTable(client, spec, { info: () => undefined, warn: () => undefined });
  client.close();
  await server.stop();
}

function demandKnown(db: DatabaseSync): void {
  const found = z
    .object({ value: z.string() })
    .parse(db.prepare(`SELECT value FROM _config WHERE key = 'schema_version'`).get());
  if (found.value !== KNOWN_SCHEMA) {
    throw new Error(
      `The table server’s files have the form ${found.value} now; this bench writes form ${KNOWN_SCHEMA}: compare the two and adapt write-table-file.ts.`,
    );
  }
}

const wireItem = z.custom<WireItem>(value => typeof value === 'object' && value !== null);

/** Writes an item, given as JSON, and its rows in the indexes, as the table server does. */
function rowWriter(db: DatabaseSync, { name: table, GlobalSecondaryIndexes }: TableSpec) {
  const base = db.prepare(
    `INSERT INTO "${table}" (pk, sk, item_json, item_size, hash_prefix) VALUES (?, ?, ?, ?, ?)`,
  );
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => {
    const [hash = '', range = ''] = KeySchema.map(({ AttributeName }) => AttributeName);
    return {
      insert: db.prepare(`INSERT INTO "${table}::gsi::${IndexName}" VALUES (?, ?, ?, ?, ?)`),
      hash,
      range,
      kept: ['pk', 'sk', hash, range, ...(Projection.NonKeyAttributes ?? [])],
    };
  });
  const key = (item: WireItem, attribute: string) => `S:${String(item[attribute]?.['S'])}`;
  const insertRow = (
    { insert, hash, range, kept }: (typeof indexes)[number] & { insert: StatementSync },
    item: WireItem,
  ) => {
    const projected = Object.fromEntries(kept.flatMap(one => (item[one] ? [[one, item[one]]] : [])));
    insert.run(
      key(item, hash),
      key(item, range),
      key(item, 'pk'),
      key(item, 'sk'),
      JSON.stringify(projected),
    );
  };
  return (json: string) => {
    const item = wireItem.parse(JSON.parse(json));
    base.run(key(item, 'pk'), key(item, 'sk'), json, itemSize(item), placeInScans(item['pk']?.['S']));
    for (const index of indexes) if (item[index.hash]) insertRow(index, item);
  };
}

/** Where the partition comes when the server scans. */
const placeInScans = (partition: unknown) =>
  createHash('md5')
    .update(`Outliers${String(partition)}`)
    .digest('hex')
    .slice(0, 6);
