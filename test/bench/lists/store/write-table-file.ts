import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod';
import { deployTable } from '../../../../local/table/deploy-table.ts';
import { openTableClient } from '../../../../local/table/table-client.ts';
import { startTableServer, tableServerProgram } from '../../../../local/table/table-server.ts';
import type { Index, TableSpec } from '../../../../local/table/table-spec.ts';
import { itemSize, type WireItem } from './item-size.ts';

/** Lines of items in the order of their keys, and the table server's file that they are to be in. */
export interface TableFile {
  readonly items: string;
  readonly count: number;
  readonly spec: TableSpec;
  readonly file: string;
}

/** Begins to tell how far something is. */
type Progress = (what: string, whole: number) => (done: number) => void;

/** Items between two commits. */
const STRETCH = 50_000;
/** The form of the table server's files that is known here. */
const KNOWN_SCHEMA = '9';

/**
 * Makes a table's file with all items in it. The server itself makes the empty table; its rows are then written beside it, for through
 * the server a million dossiers take more than an hour, and its import needs three times the disk. One index after the other, so that each
 * lies in one piece: a slow disk would take hours to collect the pieces of one. The file is under another name until it is whole.
 */
export async function writeTableFile({ items, count, spec, file }: TableFile, progress: Progress) {
  const partial = `${file}.partial`;
  for (const end of ['', '-wal', '-shm']) rmSync(`${partial}${end}`, { force: true });
  await makeEmpty(partial, spec);
  const db = new DatabaseSync(partial);
  try {
    demandKnown(db);
    // A file that is not whole is thrown away, so nothing need be kept to take back what was written.
    for (const pragma of ['journal_mode=MEMORY', 'synchronous=OFF', 'cache_size=-1000000'])
      db.exec(`PRAGMA ${pragma}`);
    const indexes = spec.GlobalSecondaryIndexes.map(index => indexWriter(db, spec.name, index));
    const inIndexes = `${items}.indexed`;
    const spool = createGzip({ level: constants.Z_BEST_SPEED });
    const spooled = pipeline(spool, createWriteStream(inIndexes));
    const base = baseWriter(db, spec.name);
    let indexed = 0;
    await inStretches(db, items, progress('items in the table', count), (item, line) => {
      base(item, line);
      if (!indexes.some(({ has }) => has(item))) return undefined;
      indexed++;
      return spool.write(`${line}\n`) ? undefined : once(spool, 'drain');
    });
    spool.end();
    await spooled;
    for (const { name, write, end } of indexes) {
      await inStretches(
        db,
        inIndexes,
        progress(`items looked through for the index ${name}`, indexed),
        write,
      );
      end();
    }
    db.exec('PRAGMA journal_mode=WAL');
  } finally {
    db.close();
  }
  renameSync(partial, file);
}

/** Takes each item of a file of lines, with many to a transaction. */
async function inStretches(
  db: DatabaseSync,
  file: string,
  told: (items: number) => void,
  take: (item: WireItem, line: string) => Promise<unknown> | undefined,
): Promise<void> {
  let taken = 0;
  db.exec('BEGIN');
  for await (const line of createInterface(createReadStream(file).pipe(createGunzip()))) {
    const waits = take(wireItem.parse(JSON.parse(itemOf(line))), line);
    if (waits) await waits;
    if (++taken % STRETCH !== 0) continue;
    db.exec('COMMIT; BEGIN');
    told(taken);
  }
  db.exec('COMMIT');
  told(taken);
}

/** The item of a line, as JSON. */
const itemOf = (line: string) => line.slice('{"Item":'.length, -1);

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

const keyOf = (item: WireItem, attribute: string) => `S:${String(item[attribute]?.['S'])}`;

/** Writes items as the table server does. */
function baseWriter(db: DatabaseSync, table: string) {
  const insert = db.prepare(
    `INSERT INTO "${table}" (pk, sk, item_json, item_size, hash_prefix) VALUES (?, ?, ?, ?, ?)`,
  );
  return (item: WireItem, line: string) => {
    const place = placeInScans(item['pk']?.['S']);
    insert.run(keyOf(item, 'pk'), keyOf(item, 'sk'), itemOf(line), itemSize(item), place);
  };
}

/** Writes the rows of items in an index as the table server does; its own index, by item, is made when all are there. */
function indexWriter(db: DatabaseSync, table: string, { IndexName, KeySchema, Projection }: Index) {
  const name = `${table}::gsi::${IndexName}`;
  const [hash = '', range = ''] = KeySchema.map(({ AttributeName }) => AttributeName);
  const kept = ['pk', 'sk', hash, range, ...(Projection.NonKeyAttributes ?? [])];
  const { sql } = z
    .object({ sql: z.string() })
    .parse(db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(`${name}::base_key`));
  db.exec(`DROP INDEX "${name}::base_key"`);
  const insert = db.prepare(`INSERT INTO "${name}" VALUES (?, ?, ?, ?, ?)`);
  const has = (item: WireItem) => item[hash] !== undefined;
  return {
    name: IndexName,
    has,
    write(item: WireItem) {
      if (!has(item)) return undefined;
      const row = JSON.stringify(
        Object.fromEntries(kept.flatMap(one => (item[one] ? [[one, item[one]]] : []))),
      );
      insert.run(keyOf(item, hash), keyOf(item, range), keyOf(item, 'pk'), keyOf(item, 'sk'), row);
      return undefined;
    },
    end: () => db.exec(sql),
  };
}

/** Where the partition comes when the server scans. */
const placeInScans = (partition: unknown) =>
  createHash('md5')
    .update(`Outliers${String(partition)}`)
    .digest('hex')
    .slice(0, 6);
