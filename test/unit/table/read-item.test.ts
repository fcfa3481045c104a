import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ItemKey } from '../../../functions/kernel/table/item-key.ts';
import { pinnedVersions } from '../../../functions/kernel/table/pinned-versions.ts';
import { readAhead } from '../../../functions/kernel/table/read-ahead.ts';
import { readItem } from '../../../functions/kernel/table/read-item.ts';
import { inRequest } from '../../../functions/kernel/table/request-reads.ts';
import type { Table } from '../../../functions/kernel/table/table.ts';

const a: ItemKey = { pk: 'A', sk: '1' };
const b: ItemKey = { pk: 'B', sk: '1' };
const none: ItemKey = { pk: 'NONE', sk: '1' };

/** A table of items by `pk`, which notes the keys that each request asks for. */
function tableOf(items: Record<string, Record<string, unknown>>) {
  const asked: string[][] = [];
  let fails: Error | undefined;
  const found = ({ pk, sk }: ItemKey) => items[pk] && { pk, sk, ...items[pk] };
  const client = {
    async send(command: unknown) {
      if (fails) throw fails;
      if (command instanceof GetCommand) {
        expect(command.input.ConsistentRead).toBe(true);
        const key = command.input.Key as ItemKey;
        asked.push([key.pk]);
        return { Item: found(key) };
      }
      if (!(command instanceof BatchGetCommand)) throw new Error('an unexpected command');
      const wanted = command.input.RequestItems?.['T'];
      expect(wanted?.ConsistentRead).toBe(true);
      const keys = (wanted?.Keys ?? []) as ItemKey[];
      asked.push(keys.map(({ pk }) => pk));
      return { Responses: { T: keys.flatMap(key => found(key) ?? []) } };
    },
  } as unknown as DynamoDBDocumentClient;
  const table: Table = { client, name: 'T' };
  return { table, items, asked, fail: (error?: Error) => (fails = error) };
}

describe('items read by key', () => {
  it('travel together when they are asked for together, each once', async () => {
    const { table, asked } = tableOf({ A: { value: 1 }, B: { value: 2 } });
    const read = await Promise.all([a, b, none, a].map(key => readItem(table, key)));
    expect(read.map(item => item?.['value'])).toEqual([1, 2, undefined, 1]);
    expect(asked).toEqual([['A', 'B', 'NONE']]);
  });

  it('travel together also where one is asked for after what needs no waiting for the world', async () => {
    const { table, asked } = tableOf({ A: { value: 1 }, B: { value: 2 } });
    const later = async () => {
      await Promise.resolve();
      return readItem(table, b);
    };
    await Promise.all([readItem(table, a), later()]);
    expect(asked).toEqual([['A', 'B']]);
  });

  it('are read as they are by then, each time they are asked for', async () => {
    const { table, items, asked } = tableOf({ A: { value: 1 } });
    expect(await readItem(table, a)).toMatchObject({ value: 1 });
    items['A'] = { value: 2 };
    expect(await readItem(table, a)).toMatchObject({ value: 2 });
    expect(asked).toEqual([['A'], ['A']]);
  });

  it('fail for all who asked, and are read anew by who asks again', async () => {
    const { table, fail } = tableOf({ A: { value: 1 } });
    fail(new Error('throttled'));
    const both = await Promise.allSettled([readItem(table, a), readItem(table, b)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fail(undefined);
    expect(await readItem(table, a)).toMatchObject({ value: 1 });
  });
});

describe('what a request reads ahead', () => {
  it('comes in one request, and serves the first who asks', async () => {
    const { table, items, asked } = tableOf({ A: { value: 1 }, B: { value: 2 } });
    await inRequest(async () => {
      readAhead(table, [a, b]);
      await readItem(table, none);
      items['A'] = { value: 3 };
      expect(await readItem(table, a)).toMatchObject({ value: 1 });
      expect(await readItem(table, a)).toMatchObject({ value: 3 });
    });
    expect(asked).toEqual([['A', 'B', 'NONE'], ['A']]);
  });

  it('is nothing to the next request', async () => {
    const { table, items } = tableOf({ A: { value: 1 } });
    await inRequest(async () => {
      readAhead(table, [a]);
      await readItem(table, b);
    });
    items['A'] = { value: 2 };
    expect(await inRequest(() => readItem(table, a))).toMatchObject({ value: 2 });
  });

  it('is nothing to another request under way', async () => {
    const { table, items } = tableOf({ A: { value: 1 } });
    let ready = () => {};
    const other = new Promise<void>(resolve => (ready = resolve));
    const first = inRequest(async () => {
      readAhead(table, [a]);
      await readItem(table, b);
      items['A'] = { value: 2 };
      ready();
      return readItem(table, a);
    });
    const second = inRequest(async () => {
      await other;
      return readItem(table, a);
    });
    expect(await first).toMatchObject({ value: 1 });
    expect(await second).toMatchObject({ value: 2 });
  });

  it('fails no one who does not ask for it, and is not read outside a request', async () => {
    const { table, asked, fail } = tableOf({});
    fail(new Error('throttled'));
    await inRequest(async () => {
      readAhead(table, [a]);
      await new Promise(resolve => setImmediate(resolve));
    });
    fail(undefined);
    readAhead(table, [a]);
    await new Promise(resolve => setImmediate(resolve));
    expect(asked).toEqual([]);
  });
});

describe('a version in force', () => {
  const current: ItemKey = { pk: 'CURRENT', sk: '1' };
  const opened = () => {
    const world = tableOf({
      CURRENT: { version: 1 },
      V1: { record: { version: 1 } },
      V2: { record: { version: 2 } },
    });
    const versions = pinnedVersions({
      table: world.table,
      schema: z.object({ version: z.int() }),
      current,
      versionKey: version => ({ pk: `V${version}`, sk: '1' }),
    });
    return { ...world, versions };
  };

  it('is one for all of a request, and looked up anew by the next', async () => {
    const { versions, items, asked } = opened();
    await inRequest(async () => {
      expect(await versions.current()).toEqual({ version: 1 });
      items['CURRENT'] = { version: 2 };
      expect(await versions.current()).toEqual({ version: 1 });
    });
    expect(await inRequest(() => versions.current())).toEqual({ version: 2 });
    expect(asked).toEqual([['CURRENT'], ['V1'], ['CURRENT'], ['V2']]);
  });

  it('is looked up each time outside a request', async () => {
    const { versions, asked } = opened();
    await versions.current();
    await versions.current();
    expect(asked).toEqual([['CURRENT'], ['V1'], ['CURRENT']]);
  });
});
