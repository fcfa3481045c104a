import type { Transfer } from '../../../schemas/money/transfer.ts';
import { transferItem } from '../../../schemas/stored/transfer.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { moneyKeys } from '../keys/money-keys.ts';

/** The money ledger, read. */
export interface TransfersRead {
  /** The transfers that are kept with an account on a day, `2026-11-26`. */
  ofDay(account: string, day: string): Promise<Transfer[]>;
}

/** Before and after every id of a transfer. */
const [FIRST, LAST] = ['!', '~'];

export function transfersRead(items: Pick<Items, 'query'>): TransfersRead {
  const ofPartition = async (partition: string): Promise<Transfer[]> => {
    const transfers: Transfer[] = [];
    for (let low = FIRST; ; ) {
      const page = await items.query({ partition, low, high: LAST, consistent: true });
      transfers.push(...page.items.map(({ key, item }) => parseStored(transferItem, item, key).transfer));
      const last = page.items.at(-1);
      if (!page.more || !last) return transfers;
      low = `${last.key.sk}!`;
    }
  };
  return {
    async ofDay(account, day) {
      return (await Promise.all(moneyKeys.account(account, day).map(ofPartition))).flat();
    },
  };
}
