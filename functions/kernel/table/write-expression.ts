import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ItemCondition, ItemWrite } from './item-write.ts';

type TransactWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A write in the table's form: expressions over names and values. */
export function transactWrite(table: string, write: ItemWrite<unknown>): TransactWrite {
  const { key, change, when, showsFound } = write;
  const words = new Words();
  const update = 'set' in change || 'add' in change ? updateOf(change, words) : undefined;
  const condition = when && conditionOf(when, words);
  const guarded = {
    TableName: table,
    ...(condition && { ConditionExpression: condition }),
    ...(showsFound && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
    ...words.given(),
  };
  const Key = { ...key };
  if ('put' in change) return { Put: { ...guarded, Item: { ...change.put, ...key } } };
  if ('remove' in change) return { Delete: { ...guarded, Key } };
  if (update) return { Update: { ...guarded, Key, UpdateExpression: update } };
  return { ConditionCheck: { ...guarded, Key, ConditionExpression: condition } };
}

type Update = Extract<ItemWrite['change'], { set: unknown } | { add: unknown }>;

function updateOf(change: Update, words: Words): string {
  if ('add' in change) {
    const sums = Object.entries(change.add).map(([name, by]) => `${words.whole(name)} ${words.value(by)}`);
    const also = Object.entries(change.also ?? {}).map(
      ([name, value]) => `${words.whole(name)} = ${words.value(value)}`,
    );
    return [`ADD ${sums.join(', ')}`, ...(also.length > 0 ? [`SET ${also.join(', ')}`] : [])].join(' ');
  }
  // A member without a value is not written, as when putting an item.
  const given = Object.entries(change.set).filter(([, value]) => value !== undefined);
  const sets = given.map(([path, value]) => `${words.name(path)} = ${words.value(value)}`);
  const drops = (change.drop ?? []).map(path => words.name(path));
  return [
    ...(sets.length > 0 ? [`SET ${sets.join(', ')}`] : []),
    ...(drops.length > 0 ? [`REMOVE ${drops.join(', ')}`] : []),
  ].join(' ');
}

function conditionOf({ exists, equals, own, without, below, freeFor }: ItemCondition, words: Words): string {
  return [
    ...(exists === undefined ? [] : [`${exists ? 'attribute_exists' : 'attribute_not_exists'}(pk)`]),
    ...Object.entries(equals ?? {}).map(([path, value]) => `${words.name(path)} = ${words.value(value)}`),
    ...Object.entries(own ?? {}).map(([name, value]) =>
      value === undefined
        ? `attribute_not_exists(${words.whole(name)})`
        : `${words.whole(name)} = ${words.value(value)}`,
    ),
    ...(without ?? []).map(path => `attribute_not_exists(${words.name(path)})`),
    ...Object.entries(below ?? {}).map(([name, limit]) => {
      const number = words.whole(name);
      return `(attribute_not_exists(${number}) OR ${number} < ${words.value(limit)})`;
    }),
    ...Object.entries(freeFor ?? {}).map(([path, value]) => {
      const name = words.name(path);
      return `(attribute_not_exists(${name}) OR ${name} = ${words.value(value)})`;
    }),
  ].join(' AND ');
}

/**
 * Names and values of a write's expressions. All names are placeholders, because many are reserved words of the
 * table.
 */
class Words {
  readonly #names = new Map<string, string>();
  readonly #values: unknown[] = [];

  name(path: string): string {
    return path
      .split('.')
      .map(part => this.whole(part))
      .join('.');
  }

  /** A plain name, even if it contains dots. */
  whole(name: string): string {
    const known = this.#names.get(name) ?? `#n${this.#names.size}`;
    this.#names.set(name, known);
    return known;
  }

  value(value: unknown): string {
    return `:v${this.#values.push(value) - 1}`;
  }

  given(): object {
    const names = Object.fromEntries([...this.#names].map(([part, name]) => [name, part]));
    const values = Object.fromEntries(this.#values.map((value, index) => [`:v${index}`, value]));
    return {
      ...(this.#names.size > 0 && { ExpressionAttributeNames: names }),
      ...(this.#values.length > 0 && { ExpressionAttributeValues: values }),
    };
  }
}
