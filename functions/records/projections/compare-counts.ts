import { dossierHead } from '../../../schemas/dossier/head.ts';
import { officerRole } from '../../../schemas/identity/roles.ts';
import { readTallyName, type TallyChange, tallyChanges, tallyName } from '../../domain/lists/open-tasks.ts';
import { indexAttributes } from '../../kernel/table/index-attributes.ts';
import { HIGHEST, type ItemKey, LOWEST } from '../../kernel/table/item-key.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import {
  type Hands,
  handsPartition,
  keys,
  listPartitions,
  shardOf,
  TALLY_SHARDS,
  taskAtHand,
} from '../keys/keys.ts';
import { workItemKey } from '../lists/work-items.ts';
import { readPartition } from './kept-dossier.ts';

/** A share of a unit's count that does not match its open tasks. */
export interface CountDifference {
  readonly key: ItemKey;
  /** The current content of the share. */
  readonly stored: Readonly<Record<string, number>>;
  /** The correction for each name in it. */
  readonly moves: Readonly<Record<string, number>>;
}

/** An entry in a work list that its dossier does not know. */
export interface WorkOrphan {
  readonly key: ItemKey;
  readonly dossier: string;
  /** The version of the dossier without such a task; undefined if there is no such dossier. */
  readonly version: number | undefined;
}

/** How the work lists and counts of a unit agree with the heads of their dossiers. */
export interface ComparedCounts {
  readonly unit: string;
  readonly orphans: readonly WorkOrphan[];
  readonly differences: readonly CountDifference[];
}

const counting = dossierHead.pick({ version: true, tasks: true, alarms: true });

/**
 * Recounts the open tasks of a unit by the heads of the dossiers its work lists name: dossiers with missing entries
 * must be repaired first. The stored counts are read first: a share that is unchanged when it is repaired has missed
 * nothing.
 */
export async function compareCounts(table: Items, unit: string): Promise<ComparedCounts> {
  const shares = await readShares(table, unit);
  const entries = await entriesOf(table, unit, shares);
  const codes = [...new Set(entries.map(({ dossier }) => dossier))];
  const found = await table.fetch(codes.map(keys.head), 'head', Object.keys(counting.shape));
  const heads = new Map(
    codes.flatMap(code => {
      const item = found(keys.head(code));
      return item ? [[code, parseStored(counting, item['head'], keys.head(code))] as const] : [];
    }),
  );
  const right = new Set(
    [...heads.values()].flatMap(({ tasks }) => tasks.map(task => nameOf(workItemKey(task)))),
  );
  const suspects = entries.filter(({ key }) => !right.has(nameOf(key)));
  // An entry that was moved in the meantime is gone by now.
  const still = await table.fetch(
    suspects.map(({ key }) => key),
    'row',
  );
  const orphans = suspects
    .filter(({ key }) => still(key))
    .map(({ key, dossier }) => ({ key, dossier, version: heads.get(dossier)?.version }));
  const counted = [...heads].flatMap(([code, head]) =>
    tallyChanges(undefined, { ...head, tasks: head.tasks.filter(task => task.unit === unit) }).map(
      change => ({ ...change, shard: shardOf(code, TALLY_SHARDS) }),
    ),
  );
  return { unit, orphans, differences: shares.flatMap(share => differenceOf(share, counted)) };
}

/** Repairs a share, unless it changed since it was read; false if it did. */
export async function mendCount(table: Items, { key, stored, moves }: CountDifference): Promise<boolean> {
  const absent = Object.keys(moves).filter(name => !(name in stored));
  const write: ItemWrite = {
    refusal: 'count',
    key,
    change: { add: moves },
    when: { own: { ...stored, ...Object.fromEntries(absent.map(name => [name, undefined])) } },
  };
  return (await table.transact([write])).done;
}

/** Removes an entry its dossier does not know; false if the dossier was changed in the meantime. */
export async function removeOrphan(table: Items, { key, dossier, version }: WorkOrphan): Promise<boolean> {
  const head: ItemWrite = {
    refusal: 'version',
    key: keys.head(dossier),
    change: { check: true },
    when: version === undefined ? { exists: false } : { equals: { 'head.version': version } },
  };
  return (await table.transact([head, { refusal: 'version', key, change: { remove: true } }])).done;
}

const nameOf = ({ pk, sk }: ItemKey) => `${pk} ${sk}`;

interface Share {
  readonly shard: number;
  readonly key: ItemKey;
  readonly stored: Readonly<Record<string, number>>;
}

async function readShares(table: Items, unit: string): Promise<Share[]> {
  const all = Array.from({ length: TALLY_SHARDS }, (_, shard) => ({ shard, key: keys.tally(unit, shard) }));
  const items = new Map(
    (await readPartition(table, keys.tally(unit, 0).pk)).map(one => [one.key.sk, one.item]),
  );
  return all.map(({ shard, key }) => {
    const counts = Object.entries(items.get(key.sk) ?? {});
    return { shard, key, stored: Object.fromEntries(counts.map(([name, count]) => [name, Number(count)])) };
  });
}

/** The entries of a unit by holder: read consistently, after an index has named the holders. */
async function entriesOf(table: Items, unit: string, shares: readonly Share[]) {
  const partition = listPartitions.work(unit);
  const told = new Set<string>();
  for (let low: string | undefined = LOWEST; low !== undefined; ) {
    const page = await table.query({ index: 'due', partition, low, high: HIGHEST, attributes: [] });
    for (const { key } of page.items) told.add(key.pk);
    const last = page.more ? page.items.at(-1) : undefined;
    low = last && `${String(last.item[indexAttributes('due').sort])}${LOWEST}`;
  }
  const names = shares.flatMap(({ stored }) => Object.keys(stored));
  const officers = names.flatMap((name): Hands[] => {
    const counted = readTallyName(name);
    return counted && 'officer' in counted ? [counted] : [];
  });
  const roles = officerRole.options.map((role): Hands => ({ role }));
  for (const hands of [...roles, ...officers]) told.add(handsPartition(unit, hands));
  const read = await Promise.all([...told].map(each => readPartition(table, each)));
  return read.flat().map(({ key }) => ({ key, dossier: taskAtHand(key).dossier }));
}

function differenceOf(
  { shard, key, stored }: Share,
  counted: readonly (TallyChange & { readonly shard: number })[],
): CountDifference[] {
  const sums = new Map<string, number>();
  for (const one of counted) {
    if (one.shard !== shard) continue;
    const name = tallyName(one.counted);
    sums.set(name, (sums.get(name) ?? 0) + one.by);
  }
  const names = [...new Set([...Object.keys(stored), ...sums.keys()])];
  const moves = names.flatMap(name => {
    const by = (sums.get(name) ?? 0) - (stored[name] ?? 0);
    return by === 0 ? [] : [[name, by] as const];
  });
  return moves.length === 0 ? [] : [{ key, stored, moves: Object.fromEntries(moves) }];
}
