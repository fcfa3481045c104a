import {
  type StoredLandSlip,
  type StoredTaxMessage,
  storedLandSlip,
  storedTaxMessage,
  type TaxRefusal,
} from '../../../schemas/stored/land-tax.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { dueKeys, fetchParsed } from '../../kernel/table/due-items.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import { landTaxKeys, slipList } from '../keys/land-tax-keys.ts';
import { slipKey } from './land-tax-items.ts';

/** Transfer slips, and what the tax office told of them. */
export interface LandTaxStore {
  /** A slip by its id, which must be one. */
  slip(id: string): Promise<StoredLandSlip | undefined>;
  /** The slips of a dossier, oldest first. */
  slips(dossier: string): Promise<StoredLandSlip[]>;
  /** Slips for which the tax office is to be turned to by an instant, the longest due first. */
  due(until: Instant, limit: number): Promise<StoredLandSlip[]>;
  /** A message that was taken in, by its kind and number. */
  message(kind: string, number: string): Promise<StoredTaxMessage | undefined>;
  /** Makes writes beside no dossier; false where another change came first. */
  write(writes: readonly ItemWrite<'version'>[]): Promise<boolean>;
  /** Counts a message that was refused. */
  count(day: string, why: TaxRefusal): Promise<void>;
}

/** Slips and messages in the table, or in memory. */
export function keptLandTax(items: Items): LandTaxStore {
  return {
    async slip(id) {
      const key = slipKey(id);
      const item = await items.get(key);
      return item && parseItem(storedLandSlip, item, key);
    },
    async slips(dossier) {
      const partition = landTaxKeys.slips(dossier);
      const found = await items.query({ partition, low: LOWEST, high: HIGHEST, consistent: true });
      return found.items.map(({ item, key }) => parseItem(storedLandSlip, item, key));
    },
    async due(until, limit) {
      const list = { partitions: slipList.partitions(), until: toRfc3339(until), limit };
      return fetchParsed(items, await dueKeys(items, list), storedLandSlip);
    },
    async message(kind, number) {
      const key = landTaxKeys.message(kind, number);
      const item = await items.get(key);
      return item && parseItem(storedTaxMessage, item, key);
    },
    async write(writes) {
      return (await items.transact(writes)).done;
    },
    async count(day, why) {
      await items.writeAlone({
        refusal: 'none',
        key: landTaxKeys.refused(day),
        change: { add: { [why]: 1 } },
      });
    },
  };
}
