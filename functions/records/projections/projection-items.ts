import type { ExpectedProjections } from '../../domain/projections/expected-projections.ts';
import type { ItemKey } from '../../kernel/table/item-key.ts';
import type { Attributes } from '../../kernel/table/item-write.ts';
import { taskKey } from '../dossiers/change-items.ts';
import { listItem, listItemKey } from '../lists/list-items.ts';
import { workItem, workItemKey } from '../lists/work-items.ts';
import { receiptItemOf } from '../money/receipt-items.ts';
import { transferItems } from '../money/transfer-items.ts';
import { foundItem, foundItemKey } from '../search-index/found-items.ts';

/** The purpose of a dossier's item. */
export type Projection = 'tasks' | 'lists' | 'work' | 'search' | 'money';

/** The required content of an item; `undefined`: it must not exist. */
export interface ProjectionItem {
  readonly projection: Projection;
  readonly key: ItemKey;
  readonly item: Attributes | undefined;
}

/** Every item a dossier must have, and every one that once existed and must not any more. */
export function projectionItems(expected: ExpectedProjections): ProjectionItem[] {
  const { tasks, lists, work, found, money, receipts, nowhere } = expected;
  return [
    ...tasks.map(task => ({ projection: 'tasks' as const, key: taskKey(task.id), item: { task } })),
    ...lists.map(one => ({ projection: 'lists' as const, key: listItemKey(one), item: listItem(one) })),
    ...work.map(task => ({ projection: 'work' as const, key: workItemKey(task), item: workItem(task) })),
    ...found.map(one => ({ projection: 'search' as const, key: foundItemKey(one), item: foundItem(one) })),
    ...money.flatMap(transferItems).map(one => ({ projection: 'money' as const, ...one })),
    ...receipts.map(receiptItemOf).map(one => ({ projection: 'money' as const, ...one })),
    ...nowhere.work.map(place => ({
      projection: 'work' as const,
      key: workItemKey(place),
      item: undefined,
    })),
    ...nowhere.found.map(one => ({
      projection: 'search' as const,
      key: foundItemKey(one),
      item: undefined,
    })),
  ];
}
