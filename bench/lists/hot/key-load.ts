import { recordSize } from '../../../functions/kernel/table/item-size.ts';
import { FOUND_INDEX, LIST_INDEXES, WAKE_INDEX } from '../../../functions/records/keys/table-design.ts';
import type { CapturedWrite, Item } from '../store/capture.ts';

/** The indexes of lists, of what searches find and of machines to be woken, each with its pair of attributes. */
const INDEXES = [...LIST_INDEXES, FOUND_INDEX, WAKE_INDEX] as const;

/** Write units by partition key: `table <pk>`, `<index> <partition>`. */
export type KeyLoad = Map<string, number>;

/**
 * Adds up what writes cost the partitions they touch, by AWS's rules: a unit a kilobyte begun, twice in a transaction; an index is written
 * when an entry comes, goes, moves or shows another row in it, twice when it moves. `items` is what stands, and is brought up to date.
 */
export function addWrites(load: KeyLoad, items: Map<string, Item>, writes: readonly CapturedWrite[]): void {
  const add = (key: string, units: number) => load.set(key, (load.get(key) ?? 0) + units);
  for (const { kind, item, request } of writes) {
    if (kind === 'ConditionCheck') continue;
    const name = `${item.pk}\n${item.sk}`;
    const before = items.get(name);
    const after = kind === 'Delete' ? undefined : kind === 'Put' ? item : updated(before ?? item, request);
    const larger = Math.max(before ? recordSize(before) : 0, after ? recordSize(after) : 0);
    add(`table ${item.pk}`, 2 * kilobytes(larger));
    for (const index of INDEXES) {
      const was = placeOf(before, index);
      const is = placeOf(after, index);
      const moved = was?.place !== is?.place;
      if (!moved && before?.['row'] === after?.['row']) continue;
      const size = (one: Item | undefined) => kilobytes(one ? recordSize(one) : 0);
      if (was && moved) add(`${index} ${was.partition}`, size(before));
      if (is) add(`${index} ${is.partition}`, size(after));
    }
    if (after) items.set(name, after);
    else items.delete(name);
  }
}

const kilobytes = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024));

function placeOf(item: Item | undefined, index: string): { partition: string; place: string } | undefined {
  const partition = item?.[`${index}Pk`];
  if (typeof partition !== 'string') return undefined;
  return { partition, place: `${partition} ${String(item?.[`${index}Sk`])}` };
}

/** An update of the stores sets the place of a machine, or counts: only the first puts an item into an index. */
function updated(item: Item, request: Readonly<Record<string, unknown>>): Item {
  const values = request['ExpressionAttributeValues'];
  if (typeof values !== 'object' || values === null) return item;
  const wakePk: unknown = Reflect.get(values, ':pk');
  const wakeSk: unknown = Reflect.get(values, ':sk');
  return typeof wakePk === 'string' && typeof wakeSk === 'string' ? { ...item, wakePk, wakeSk } : item;
}

/** One key, and its share of all that was added up. */
export interface KeyShare {
  readonly key: string;
  readonly share: number;
  /** Units for one command, or one call. */
  readonly each: number;
}

/** The busiest keys; where owners, terms or dossiers are meant, the key is cut so that nobody's shows. */
export function busiest(load: KeyLoad, commands: number, most: number): KeyShare[] {
  const total = [...load.values()].reduce((sum, units) => sum + units, 0);
  return [...load]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([key, units]) => ({
      key: key.replace(/(FOUND|OWNER)#.{6}.*/, match => `${match.slice(0, 12)}…`),
      share: units / total,
      each: units / commands,
    }));
}
