import type * as z from 'zod';
import type { CashDrawer } from '../../../schemas/money/drawer.ts';
import { drawerHolderItem, storedDrawer } from '../../../schemas/stored/drawer.ts';
import { isUndeposited } from '../../domain/money/deposits/due-of.ts';
import { countedRecord } from '../../kernel/table/counted-record.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import { parseItem, parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { moneyKeys, undeposited } from '../keys/money-keys.ts';

/** The cash drawers of units (két thu). */
export interface DrawerStore {
  find(unit: string, id: string): Promise<CashDrawer | undefined>;
  /** The one that an officer has open there. */
  openOf(unit: string, officer: string): Promise<CashDrawer | undefined>;
  /** Those of a unit, the newest first; `before`: the id after which the page begins. */
  of(
    unit: string,
    before: string | undefined,
    limit: number,
  ): Promise<{ items: CashDrawer[]; more: boolean }>;
  /** Keeps one that is opened, unless its officer has one open there. `also` goes into the same transaction. */
  open(drawer: CashDrawer, also?: readonly NamedWrite[]): Promise<boolean>;
  /** Keeps one that is closed, unless somebody else closed it. */
  close(drawer: CashDrawer, also?: readonly NamedWrite[]): Promise<boolean>;
}

export function dynamoDrawerStore(table: Table): DrawerStore {
  const items = dynamoItems(table);
  const record = (unit: string, id: string) => countedRecord(table, moneyKeys.drawer(unit, id), storedDrawer);
  const read = async (unit: string, id: string) => {
    const kept = await record(unit, id).read();
    return kept && withoutPlace(kept);
  };
  return {
    find: read,
    async openOf(unit, officer) {
      const key = moneyKeys.drawerHolder(unit, officer);
      const item = await items.get(key);
      if (!item) return undefined;
      const { drawer } = parseItem(drawerHolderItem, item, key);
      return drawer === undefined ? undefined : read(unit, drawer);
    },
    async of(unit, before, limit) {
      const { pk: partition, sk: low } = moneyKeys.drawer(unit, '');
      const high = moneyKeys.drawer(unit, before ?? '~').sk;
      const page = await items.query({
        partition,
        low,
        high,
        backwards: true,
        limit: limit + 1,
        consistent: true,
      });
      // The bound itself was on the page before.
      const found = page.items.filter(({ key }) => key.sk !== high);
      return {
        items: found
          .slice(0, limit)
          .map(({ key, item }) => withoutPlace(parseStored(storedDrawer, item, key))),
        more: page.more || found.length > limit,
      };
    },
    open: (drawer, also = []) =>
      record(drawer.unit, drawer.id).change(drawer, [held(table, drawer, drawer.id), ...also]),
    close: (drawer, also = []) =>
      record(drawer.unit, drawer.id).change(placed(drawer), [held(table, drawer, undefined), ...also]),
  };
}

/** A drawer as the rules know it. */
export function withoutPlace({ wakePk: _, wakeSk: __, ...drawer }: z.infer<typeof storedDrawer>): CashDrawer {
  return drawer;
}

/** Listed until its cash is paid in. */
export function placed(drawer: CashDrawer): z.infer<typeof storedDrawer> {
  if (!drawer.closing || !isUndeposited(drawer)) return drawer;
  return { ...drawer, ...undeposited.place(drawer.unit, drawer.closing.at, drawer.id) };
}

/** Which drawer its officer has open: this one where they have none, or none where it is this one. */
function held({ name }: Table, { unit, officer, id }: CashDrawer, drawer: string | undefined): NamedWrite {
  return {
    name: 'holder',
    write: {
      Put: {
        TableName: name,
        Item: { ...moneyKeys.drawerHolder(unit, officer), ...(drawer !== undefined && { drawer }) },
        ConditionExpression: drawer === undefined ? 'drawer = :drawer' : 'attribute_not_exists(drawer)',
        ...(drawer === undefined && { ExpressionAttributeValues: { ':drawer': id } }),
      },
    },
  };
}
