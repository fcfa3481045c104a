import { inOrder, ledgerLeaf, resultLeaf } from '../../domain/anchor/leaves.ts';
import { endOfDay, startOfDay } from '../../domain/vietnam-time.ts';
import type { Items } from '../../kernel/table/items.ts';
import { keys } from '../../records/keys/keys.ts';
import { CHANGED_SHARDS } from '../../records/keys/reconciliation-keys.ts';
import type { DossierWalk } from '../../records/projections/dossier-walk.ts';
import type { WalkedDossiers, WalkPosition } from '../../records/projections/walk-dossiers.ts';
import type { ReconciliationStore } from '../../records/reconciliation/reconciliation-store.ts';
import { entriesBack, type StoredEntry } from './ledger-entries.ts';

export interface CollectDeps extends DossierWalk {
  readonly items: Items;
  readonly changes: Pick<ReconciliationStore, 'changed'>;
}

/** Dossiers read at once. */
const SLICE = 50;
/** Marks of changed dossiers, or numbers of dossiers, read at once. */
const PAGE = 1000;

/**
 * The leaves of the dossiers that changed on a day, and of the results that were issued on it; of all dossiers and
 * results up to its end, if `whole`. Read at any later time, they are the same.
 */
export async function collectLedgers(
  deps: CollectDeps,
  day: string,
  whole: boolean,
): Promise<{ readonly ledgers: string[]; readonly results: string[] }> {
  const ends = endOfDay(day);
  const from = whole ? undefined : startOfDay(day);
  const ledgers: string[] = [];
  const results: string[] = [];
  for await (const codes of whole ? everyDossier(deps, day) : changedDossiers(deps, day)) {
    for (let at = 0; at < codes.length; at += SLICE) {
      const some = codes.slice(at, at + SLICE);
      const grown = await Promise.all(some.map(code => entriesOn(deps.items, code, from, ends)));
      ledgers.push(...grown.flatMap(leafOf));
      const issued = grown.flat().filter(entry => from === undefined || Date.parse(entry.at) >= from);
      results.push(...(await resultLeaves(deps.items, issued)));
    }
  }
  return { ledgers: inOrder(ledgers), results: inOrder(results) };
}

async function entriesOn(
  items: Items,
  code: string,
  from: number | undefined,
  ends: number,
): Promise<readonly StoredEntry[]> {
  const entries = await entriesBack(items, code, { from });
  const last = entries.findLastIndex(({ at }) => Date.parse(at) < ends);
  return entries.slice(0, last + 1);
}

function leafOf(entries: readonly StoredEntry[]): string[] {
  const last = entries.at(-1);
  return last ? [ledgerLeaf({ code: last.dossier, seq: last.seq, hash: last.hash })] : [];
}

/** The register's entries of the results that these ledger entries issued, as they are stored. */
async function resultLeaves(items: Items, entries: readonly StoredEntry[]): Promise<string[]> {
  const numbers = entries
    .filter(({ data }) => data['type'] === 'resultIssued')
    .map(({ data }) => String(data['number']));
  if (numbers.length === 0) return [];
  const find = await registeredResults(items, numbers);
  return numbers.map(number => resultLeaf(number, find(number)));
}

/** The register's entries as stored, by their numbers. */
export async function registeredResults(
  items: Pick<Items, 'fetch'>,
  numbers: readonly string[],
): Promise<(number: string) => object | undefined> {
  const find = await items.fetch(numbers.map(number => keys.result(number)));
  return number => {
    const { pk: _, sk: __, ...entry } = find(keys.result(number)) ?? {};
    return Object.keys(entry).length === 0 ? undefined : entry;
  };
}

async function* changedDossiers({ changes }: CollectDeps, day: string): AsyncGenerator<readonly string[]> {
  for (let shard = 0; shard < CHANGED_SHARDS; shard++) {
    for (let after: string | null | undefined = null; after !== undefined; ) {
      const codes = await changes.changed(day, shard, after, PAGE);
      yield codes;
      after = codes.length < PAGE ? undefined : codes.at(-1);
    }
  }
}

async function* everyDossier(
  { walk, firstRecords }: DossierWalk,
  until: string,
): AsyncGenerator<readonly string[]> {
  let at: WalkPosition | undefined = { date: await firstRecords(), passed: 0 };
  while (at && at.date <= until) {
    const { codes, next }: WalkedDossiers = await walk(at, until, PAGE);
    yield codes;
    at = next;
  }
}
