import { type StoredResult, storedResult } from '../../../schemas/stored/result.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { keys } from '../keys/keys.ts';

/** What was issued to a person, as the register has it (kho dữ liệu điện tử). */
export interface Vault {
  /** The newest results of a person, by their keyed digest; those that no longer hold among them. */
  of(owner: string): Promise<StoredResult[]>;
  /** One of them by its number; undefined where it was issued to somebody else, or never. */
  find(owner: string, number: string): Promise<StoredResult | undefined>;
}

/** How many results of a person are looked at. */
const MOST = 200;

export function keptVault(items: Items): Vault {
  async function entries(numbers: readonly string[]): Promise<StoredResult[]> {
    const wanted = numbers.map(keys.result);
    const found = await items.fetch(wanted);
    return wanted.flatMap(key => {
      const item = found(key);
      return item === undefined ? [] : [parseStored(storedResult, item, key)];
    });
  }

  return {
    async of(owner) {
      const { items: listed } = await items.query({
        partition: keys.vault(owner, '').pk,
        low: '!',
        high: '~',
        backwards: true,
        limit: MOST,
        consistent: true,
      });
      return entries(listed.map(({ key }) => key.sk));
    },
    async find(owner, number) {
      if (!(await items.get(keys.vault(owner, number)))) return undefined;
      return (await entries([number]))[0];
    },
  };
}
