import { type StoredResult, storedResult } from '../../../schemas/stored/result.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { keys } from '../keys/keys.ts';

/** The register of results, as its entries are checked. */
export async function registeredResult(items: Items, number: string): Promise<StoredResult | undefined> {
  const key = keys.result(number);
  const item = await items.get(key);
  return item && parseStored(storedResult, item, key);
}
