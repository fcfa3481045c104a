import type { ItemQuery, Items, KeyedItem } from '../../kernel/table/items.ts';

/** Reads a partition to its end, page by page, or up to a number of items. */
export async function readWhole(
  items: Pick<Items, 'query'>,
  query: Omit<ItemQuery, 'limit' | 'backwards'>,
  most: number,
  placeOf: (one: KeyedItem) => string = ({ key }) => key.sk,
): Promise<KeyedItem[]> {
  const found: KeyedItem[] = [];
  for (let { low } = query; ; ) {
    const page = await items.query({ ...query, low });
    found.push(...page.items);
    const last = page.items.at(-1);
    if (!page.more || !last || found.length >= most) return found.slice(0, most);
    low = `${placeOf(last)} `;
  }
}
