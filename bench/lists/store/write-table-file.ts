import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import * as z from 'zod';
import { deployTable } from '../../../local/table/deploy-table.ts';
import { openTableClient } from '../../../local/table/table-client.ts';
import { startTableServer, tableServerProgram } from '../../../local/table/table-server.ts';
import type { Index, TableSpec } from '../../../local/table/table-spec.ts';
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
    const base = baseWriter(db, spec.name);
    const indexes = spec.GlobalSecondaryIndexes.map(index => ({
      ...indexWriter(db, spec.name, index),
      spool: openSpool(`${items}.${index.IndexName}`),
    }));
    await inStretches(db, items, progress('items in the table', count), line => {
      const item = wireItem.parse(JSON.parse(itemOf(line)));
      base(item, line);
      const waits = indexes.flatMap(({ rowOf, spool }) => {
        const row = rowOf(item);
        return row ? (spool.add(JSON.stringify(row)) ?? []) : [];
      });
      return waits.length > 0 ? Promise.all(waits) : undefined;
    });
    for (const { name, insert, end, spool } of indexes) {
      await spool.end();
      await inStretches(db, spool.file, progress(`items in the index ${name}`, spool.lines()), line => {
        insert(indexRow.parse(JSON.parse(line)));
        return undefined;
      });
      end();
      rmSync(spool.file);
    }
    db.exec('PRAGMA journal_mode=WAL');
  } finally {
    db.close();
  }
  renameSync(partial, file);
}

/** Takes each line of a packed file, with many to a transaction. */
async function inStretches(
  db: DatabaseSync,
  file: string,
  told: (lines: number) => void,
  take: (line: string) => Promise<unknown> | undefined,
): Promise<void> {
  let taken = 0;
  db.exec('BEGIN');
  for await (const line of createInterface(createReadStream(file).pipe(createGunzip()))) {
    const waits = take(line);
    if (waits) await waits;
    if (++taken % STRETCH !== 0) continue;
    db.exec('COMMIT; BEGIN');
    told(taken);
  }
  db.exec('COMMIT');
  told(taken);
}

/** Keeps lines in a packed file until they are read again. */
function openSpool(file: string) {
  const spool = createGzip({ level: constants.Z_BEST_SPEED });
  const written = pipeline(spool, createWriteStream(file));
  let lines = 0;
  return {
    file,
    lines: () => lines,
    /** A promise where the next line must wait. */
    add(line: string) {
      lines++;
      return spool.write(`${line}\n`) ? undefined : once(spool, 'drain');
    },
    end() {
      spool.end();
      return written;
    },
  };
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
  let last = { partition: '', place: '' };
  return (item: WireItem, line: string) => {
    const partition = String(item['pk']?.['S']);
    if (partition !== last.partition) last = { partition, place: placeInScans(partition) };
    insert.run(keyOf(item, 'pk'), keyOf(item, 'sk'), itemOf(line), itemSize(item), last.place);
  };
}

/** A row of an index: its two keys, those of the item, and what the index carries of it. */
const indexRow = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);
type IndexRow = z.infer<typeof indexRow>;

/** Writes the rows of items in an index as the table server does; its own index, by item, is made when all are there. */
function indexWriter(db: DatabaseSync, table: string, { IndexName, KeySchema, Projection }: Index) {
  const name = `${table}::gsi::${IndexName}`;
  const [hash = '', range = ''] = KeySchema.map(({ AttributeName }) => AttributeName);
  const kept = ['pk', 'sk', hash, range, ...(Projection.NonKeyAttributes ?? [])];
  const { sql } = z
    .object({ sql: z.string() })
    .parse(db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(`${name}::base_key`));
  db.exec(`DROP INDEX "${name}::base_key"`);
  const statement = db.prepare(`INSERT INTO "${name}" VALUES (?, ?, ?, ?, ?)`);
  return {
    name: IndexName,
    /** Undefined for an item that is not in the index. */
    rowOf(item: WireItem): IndexRow | undefined {
      if (item[hash] === undefined) return undefined;
      const carried = Object.fromEntries(kept.flatMap(one => (item[one] ? [[one, item[one]]] : [])));
      const places = [keyOf(item, hash), keyOf(item, range), keyOf(item, 'pk'), keyOf(item, 'sk')] as const;
      return [...places, JSON.stringify(carried)];
    },
    insert: (row: IndexRow) => statement.run(...row),
    end: () => db.exec(sql),
  };
}

/** Where the partition comes when the server scans. */
const placeInScans = (partition: string) =>
  createHash('md5').update(`Outliers${partition}`).digest('hex').slice(0, 6);
