import type { CashDeposit } from '../../../schemas/money/deposit.ts';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import { storedDeposit, storedDrawer } from '../../../schemas/stored/drawer.ts';
import { depositPayment, depositTransfer } from '../../domain/money/deposits/deposit-money.ts';
import { dueKeys, fetchParsed } from '../../kernel/table/due-items.ts';
import { HIGHEST, type ItemKey, LOWEST } from '../../kernel/table/item-key.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import { moneyKeys, undeposited } from '../keys/money-keys.ts';
import { withoutPlace } from './drawer-store.ts';
import { newPayment, toldPayment } from './payment-items.ts';
import { transferWrites } from './transfer-items.ts';

/** Cash of drawers that goes to the treasury. */
export interface DepositStore {
  find(unit: string, id: string): Promise<CashDeposit | undefined>;
  /** Deposits of a unit, the newest first. */
  of(unit: string, limit: number): Promise<CashDeposit[]>;
  /** Drawers by id; those that there are. */
  drawers(unit: string, ids: readonly string[]): Promise<CashDrawer[]>;
  /** Drawers of a unit that are counted and not paid in, the longest closed first. */
  undeposited(unit: string, limit: number): Promise<CashDrawer[]>;
  /**
   * Keeps a deposit with the drawers that it is of, its transfer, and its place among money on its way. False where a
   * drawer was changed meanwhile, or the slip was told of before.
   */
  keep(deposit: CashDeposit, drawers: readonly CashDrawer[]): Promise<boolean>;
}

/** Deposits in the table, or in memory. */
export function keptDeposits(items: Items): DepositStore {
  const drawersAt = async (keys: readonly ItemKey[]): Promise<CashDrawer[]> =>
    (await fetchParsed(items, keys, storedDrawer)).map(withoutPlace);

  return {
    async find(unit, id) {
      const key = moneyKeys.deposit(unit, id);
      const item = await items.get(key);
      return item && parseItem(storedDeposit, item, key);
    },
    async of(unit, limit) {
      const { pk: partition } = moneyKeys.deposit(unit, '');
      const [low, high] = [moneyKeys.deposit(unit, LOWEST).sk, moneyKeys.deposit(unit, HIGHEST).sk];
      const page = await items.query({ partition, low, high, backwards: true, limit, consistent: true });
      return page.items.map(({ key, item }) => parseItem(storedDeposit, item, key));
    },
    drawers: (unit, ids) => drawersAt(ids.map(id => moneyKeys.drawer(unit, id))),
    async undeposited(unit, limit) {
      return drawersAt(await dueKeys(items, { partitions: [undeposited.partition(unit)], limit }));
    },
    async keep(deposit, drawers) {
      const payment = depositPayment(deposit);
      const writes = [
        {
          refusal: 'version' as const,
          key: moneyKeys.deposit(deposit.unit, deposit.id),
          change: { put: deposit },
          when: { exists: false },
        },
        ...drawers.map(drawer => depositedBy(drawer, deposit)),
        newPayment(payment),
        toldPayment(payment),
        ...transferWrites([depositTransfer(deposit)]),
      ];
      return (await items.transact(writes)).done;
    },
  };
}

/** The drawer is counted and paid in: nobody waits for it any more. */
function depositedBy(drawer: CashDrawer, { id, slip, paidInOn, by }: CashDeposit): ItemWrite<'version'> {
  const set = { deposit: { id, slip, paidInOn, by }, version: drawer.version + 1 };
  return {
    refusal: 'version',
    key: moneyKeys.drawer(drawer.unit, drawer.id),
    change: { set, drop: ['wakePk', 'wakeSk'] },
    when: { equals: { version: drawer.version } },
  };
}
