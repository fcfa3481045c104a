import { isDeepStrictEqual } from 'node:util';
import { noPauses } from '../retry/retry.ts';
import { indexAttributes } from './index-attributes.ts';
import type { Attributes, ItemCondition, ItemWrite } from './item-write.ts';
import type { ItemQuery, Items, KeyedItem } from './items.ts';
import type { MemoryRecords, MemoryWrite } from './memory-records.ts';

/**
 * In-memory counterpart of the table's items, for tests and simulations. Contract tests hold both to the same
 * behaviour.
 */
export function memoryItems(records: MemoryRecords): Items {
  const transact: Items['transact'] = async writes => {
    const outcome = records.transact(writes.map(memoryWrite));
    if (outcome.done) return outcome;
    const failed = writes[Number(outcome.failed)];
    if (!failed) throw new TypeError('a transaction failed at none of its writes');
    return { done: false, refusal: failed.refusal, found: outcome.found };
  };
  return {
    pauses: noPauses,
    /** A read like the table's: the state when the request arrives, returned a moment later. */
    get: async key => records.get(key),
    async fetch(keys, attribute, members) {
      const found = new Map(
        keys.map(key => {
          const item = records.get(key);
          return [JSON.stringify([key.pk, key.sk]), item && partOf(item, attribute, members)] as const;
        }),
      );
      return key => found.get(JSON.stringify([key.pk, key.sk]));
    },
    query: async query => queryMemory(records, query),
    transact,
    writeAlone: write => transact([write]),
  };
}

function partOf(item: Attributes, attribute?: string, members?: readonly string[]): Attributes {
  if (attribute === undefined) return item;
  const whole = item[attribute];
  if (whole === undefined) return {};
  return { [attribute]: members ? picked(whole as Attributes, members) : whole };
}

function picked(item: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
}

function queryMemory(
  records: MemoryRecords,
  { index, partition, low, high, backwards, limit, attributes }: ItemQuery,
): { items: KeyedItem[]; more: boolean } {
  const place = index ? indexAttributes(index) : undefined;
  const placed = place
    ? records.indexed(place.partition, partition, place.sort)
    : records.under(partition).map(one => ({ ...one, position: one.key.sk }));
  const within = placed.filter(({ position }) => position >= low && position <= high);
  const ordered = backwards ? within.toReversed() : within;
  const items = ordered.slice(0, limit).map(({ key, item }) => ({
    key,
    item: attributes ? picked(item, [...attributes, ...(place ? [place.sort] : [])]) : item,
  }));
  return { items, more: ordered.length > items.length };
}

function memoryWrite({ key, change, when }: ItemWrite<unknown>, index: number): MemoryWrite {
  const guarded = { name: String(index), key, ...(when && { holds: holding(when) }) };
  if ('check' in change) return guarded;
  if ('put' in change) return { ...guarded, becomes: () => change.put };
  if ('remove' in change) return { ...guarded, becomes: () => undefined };
  if ('add' in change) {
    const sum = (item: Attributes) =>
      Object.entries(change.add).map(([name, by]) => [name, Number(item[name] ?? 0) + by] as const);
    return {
      ...guarded,
      becomes: (item = {}) => ({ ...item, ...Object.fromEntries(sum(item)), ...change.also }),
    };
  }
  const changes = [
    ...Object.entries(change.set).filter(([, value]) => value !== undefined),
    ...(change.drop ?? []).map((path): [string, unknown] => [path, undefined]),
  ];
  return {
    ...guarded,
    becomes: (item = {}) =>
      changes.reduce<Attributes>((now, [path, value]) => withMember(now, path.split('.'), value), item),
  };
}

/** The item after setting a member, possibly deeply nested. */
function withMember(item: Attributes, [first = '', ...rest]: readonly string[], value: unknown): Attributes {
  const member = rest.length === 0 ? value : withMember((item[first] ?? {}) as Attributes, rest, value);
  return { ...item, [first]: member };
}

function memberOf(item: Attributes | undefined, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (value as Attributes | undefined)?.[part], item);
}

function holding({ exists, equals, own, without, below, freeFor }: ItemCondition) {
  return (item: Attributes | undefined): boolean =>
    (exists === undefined || exists === (item !== undefined)) &&
    Object.entries(equals ?? {}).every(([path, value]) => isDeepStrictEqual(memberOf(item, path), value)) &&
    Object.entries(own ?? {}).every(([name, value]) => isDeepStrictEqual(item?.[name], value)) &&
    (without ?? []).every(path => memberOf(item, path) === undefined) &&
    Object.entries(below ?? {}).every(
      ([name, limit]) => item?.[name] === undefined || Number(item[name]) < limit,
    ) &&
    Object.entries(freeFor ?? {}).every(([path, value]) => {
      const member = memberOf(item, path);
      return member === undefined || isDeepStrictEqual(member, value);
    });
}
