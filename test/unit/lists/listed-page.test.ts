import { expect, test } from 'vitest';
import { listedPage } from '../../../functions/kernel/table/listed-page.ts';
import type { Stretch } from '../../../functions/kernel/table/read-index.ts';

/** A page of a partition in which one entry in `every` belongs to the list, and how many entries each request asked for. */
async function pageOf(entries: number, every: number, limit = 20) {
  const all = Array.from({ length: entries }, (_, nth) => String(nth).padStart(6, '0'));
  const asked: number[] = [];
  const read = async (_: unknown, { after = '', limit: most }: Stretch) => {
    asked.push(most);
    const rest = all.filter(position => position > after);
    const found = rest
      .slice(0, most)
      .map(position => ({ key: { pk: 'P', sk: position }, position, item: {} }));
    return { entries: found, more: rest.length > most };
  };
  const page = await listedPage(read, {
    partitions: [{ index: undefined, partition: 'P' }],
    newestFirst: false,
    after: undefined,
    limit,
    rowOf: ({ position }) => (Number(position) % every === every - 1 ? Number(position) : undefined),
  });
  return { ...page, asked };
}

test('a list that keeps all it reads is one request', async () => {
  expect((await pageOf(100, 1)).asked).toEqual([21]);
});

test('a filter that keeps one in four or in eight is two requests', async () => {
  for (const every of [4, 8]) {
    const { items, asked, next } = await pageOf(1000, every);
    expect(items).toHaveLength(20);
    expect(asked).toHaveLength(2);
    expect(asked.reduce((sum, most) => sum + most, 0)).toBeLessThan(20 * every * 1.5);
    expect(next).toBe(String(20 * every - 1).padStart(6, '0'));
  }
});

test('a filter that keeps nothing looks at no more than is allowed, and tells where it stopped', async () => {
  const { items, asked, next } = await pageOf(5000, 6000);
  expect(items).toEqual([]);
  expect(Math.max(...asked)).toBe(250);
  expect(next).toBe(String(asked.reduce((sum, most) => sum + most, 0) - 1).padStart(6, '0'));
  expect(Number(next)).toBeLessThan(1250);
});
