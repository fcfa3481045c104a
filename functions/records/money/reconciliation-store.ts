import {
  type StoredDifferences,
  type StoredMoneyReconciliation,
  storedDifferences,
  storedMoneyReconciliation,
} from '../../../schemas/stored/money-reconciliation.ts';
import { LOWEST } from '../../kernel/table/item-key.ts';
import type { Items, KeyedItem } from '../../kernel/table/items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import { moneyKeys } from '../keys/money-keys.ts';
import { keepPack, readPack } from './packs.ts';

/** Comparisons with gateways and the treasury, a day each. */
export interface MoneyReconciliations {
  find(day: string): Promise<StoredMoneyReconciliation | undefined>;
  /** The last one before a day. */
  before(day: string): Promise<StoredMoneyReconciliation | undefined>;
  differences(kept: StoredMoneyReconciliation): Promise<StoredDifferences>;
  /** Keeps the comparison of a day; false where there is one. */
  keep(run: Omit<StoredMoneyReconciliation, 'pack'>, differences: StoredDifferences): Promise<boolean>;
}

/** Comparisons in the table, or in memory. */
export function keptReconciliations(items: Items): MoneyReconciliations {
  return {
    async find(day) {
      const key = moneyKeys.reconciliation(day);
      const item = await items.get(key);
      return item && read({ key, item });
    },
    async before(day) {
      const range = { partition: moneyKeys.reconciliations(), low: LOWEST, high: day };
      const page = await items.query({ ...range, backwards: true, limit: 2, consistent: true });
      const found = page.items.find(({ key }) => key.sk < day);
      return found && read(found);
    },
    differences: ({ pack }) => readPack(items, pack, storedDifferences),
    async keep(run, differences) {
      const pack = await keepPack(items, differences);
      const key = moneyKeys.reconciliation(run.day);
      const change = { put: { ...run, pack } };
      const outcome = await items.transact([{ refusal: 'version', key, change, when: { exists: false } }]);
      return outcome.done;
    },
  };
}

const read = ({ key, item }: KeyedItem): StoredMoneyReconciliation =>
  parseItem(storedMoneyReconciliation, item, key);
