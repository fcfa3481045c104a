import { isDeepStrictEqual } from 'node:util';
import { dossierRow } from '../../../schemas/stored/dossier-row.ts';
import { storedTask } from '../../../schemas/stored/task.ts';
import { expectedProjections } from '../../domain/projections/expected-projections.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import type { SealTerm } from '../../domain/search/sealed-terms.ts';
import { AGAIN, briefly, retry } from '../../kernel/retry/retry.ts';
import type { ItemKey } from '../../kernel/table/item-key.ts';
import type { Attributes } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { keys } from '../keys/keys.ts';
import { readRow } from '../lists/stored-row.ts';
import { type KeptDossier, readKeptDossier } from './kept-dossier.ts';
import { type Projection, type ProjectionItem, projectionItems } from './projection-items.ts';

/** An item that differs from the ledger, and its corrected content; `undefined` to delete it. */
export interface ProjectionDifference {
  readonly projection: Projection;
  readonly fault: 'missing' | 'stale' | 'orphan';
  readonly key: ItemKey;
  readonly becomes: Attributes | undefined;
}

/** How the stored items of a dossier agree with its ledger. */
export interface ComparedDossier {
  readonly code: string;
  readonly version: number;
  /** Whether the head matches the ledger. If not, nothing can be repaired. */
  readonly headAgrees: boolean;
  readonly differences: readonly ProjectionDifference[];
  /** Whether the dossier is not yet marked as written with the current folding. */
  readonly earlierFolding: boolean;
}

/** Compares all stored items of a dossier with its ledger; undefined for a dossier that does not exist. */
export async function compareDossier(
  table: Items,
  code: string,
  seal: SealTerm,
): Promise<ComparedDossier | undefined> {
  let last: ComparedDossier | undefined;
  const compared = await retry(
    async () => {
      const kept = await readKeptDossier(table, code);
      if (!kept) return undefined;
      const { version } = kept.head;
      last = await compare(table, kept, seal);
      const whole = kept.events.at(-1)?.seq === version;
      const now = (await table.fetch([keys.head(code)], 'head', ['version']))(keys.head(code));
      return whole && isDeepStrictEqual(now?.['head'], { version }) ? last : AGAIN;
    },
    briefly,
    table.pauses,
  );
  return compared === AGAIN ? last : compared;
}

async function compare(table: Items, kept: KeptDossier, seal: SealTerm): Promise<ComparedDossier> {
  const { head, events, folding, people } = kept;
  const { code, version } = head;
  const earlierFolding = people !== undefined && folding !== FOLDING;
  const unequal = { code, version, headAgrees: false, differences: [], earlierFolding };
  if (events.length === 0) return unequal;
  const expected = expectedProjections(kept, seal);
  if (!isDeepStrictEqual(expected.head, head)) return unequal;
  const wanted = projectionItems(expected);
  const own = new Map(kept.items.map(({ key, item }) => [key.sk, item]));
  const isOwn = ({ pk }: ItemKey) => pk === keys.head(code).pk;
  const elsewhere = await table.fetch(wanted.map(({ key }) => key).filter(key => !isOwn(key)));
  const found = wanted.map(one => ({
    ...one,
    stored: isOwn(one.key) ? own.get(one.key.sk) : elsewhere(one.key),
  }));
  const named = new Set(wanted.map(({ key }) => key.sk));
  const surplus = kept.items.flatMap(({ key, item }) => (named.has(key.sk) ? [] : surplusOf(key, item)));
  return {
    code,
    version,
    headAgrees: true,
    earlierFolding,
    differences: [...found.flatMap(differenceOf), ...surplus],
  };
}

function differenceOf({
  projection,
  key,
  item,
  stored,
}: ProjectionItem & { readonly stored: Attributes | undefined }): ProjectionDifference[] {
  if (!item) return stored ? [{ projection, key, fault: 'orphan', becomes: undefined }] : [];
  if (!stored) return [{ projection, key, fault: 'missing', becomes: item }];
  const wanted = projection === 'tasks' ? withReceipt(item, stored) : item;
  return isDeepStrictEqual(plain(projection, key, wanted), plain(projection, key, stored))
    ? []
    : [{ projection, key, fault: 'stale', becomes: wanted }];
}

/** A task of the ledger with what only the stored one knows: the digest of its decision, and the receipt. */
function withReceipt(item: Attributes, stored: Attributes): Attributes {
  const task = storedTask.parse(item['task']);
  const known = storedTask.safeParse(stored['task']).data?.closed;
  if (!task.closed || !known) return item;
  const { digest, receipt } = known;
  return { task: { ...task, closed: { ...task.closed, digest, receipt } } };
}

/** An item in comparable form: rows are JSON text whose members may be in any order; keys are excluded. */
function plain(projection: Projection, key: ItemKey, { pk: _, sk: __, ...item }: Attributes): unknown {
  const bare = JSON.parse(JSON.stringify(item)) as Attributes;
  if (typeof bare['row'] !== 'string') return bare;
  const schema = projection === 'work' ? storedTask : dossierRow;
  try {
    return { ...bare, row: readRow(schema, { key, item: bare }) };
  } catch {
    // An unreadable row counts as missing.
    return bare;
  }
}

/** What must not exist under a dossier's key: a task unknown to the ledger, an entry that is still in a list. */
function surplusOf(key: ItemKey, item: Attributes): ProjectionDifference[] {
  if (key.sk.startsWith(keys.taskPrefix))
    return [{ projection: 'tasks', key, fault: 'orphan', becomes: undefined }];
  // An entry that left its list is kept, but in no index.
  const { pk: _, sk: __, row, ...places } = item;
  return key.sk.startsWith(keys.listedPrefix) && Object.keys(places).length > 0
    ? [{ projection: 'lists', key, fault: 'orphan', becomes: { row } }]
    : [];
}
