import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import type { Items } from '../../functions/kernel/table/items.ts';
import { memoryItems } from '../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { type DrawerStore, dynamoDrawerStore } from '../../functions/records/money/drawer-store.ts';
import { transferWrites } from '../../functions/records/money/transfer-items.ts';
import { transfersRead } from '../../functions/records/money/transfers-read.ts';
import { toDong } from '../../schemas/money/dong.ts';
import type { CashDrawer } from '../../schemas/money/drawer.ts';
import type { Transfer } from '../../schemas/money/transfer.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { itemsOfTable, unregistered } from '../support/stored-items.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const UNIT = 'H44.101';

const drawer = (nth: number, officer = 'thu.h44-101'): CashDrawer => ({
  id: `dr_${String(nth).padStart(26, '0')}`,
  unit: UNIT,
  officer,
  openedAt: '2026-11-26T07:30:00+07:00',
  openedWith: toDong(100_000),
  closing: null,
  deposit: null,
  version: 1,
});
const closed = (open: CashDrawer): CashDrawer => ({
  ...open,
  closing: {
    at: '2026-11-26T17:00:00+07:00',
    by: open.officer,
    takenIn: toDong(0),
    paidOut: toDong(0),
    expected: 100_000,
    counted: toDong(100_000),
    difference: 0,
    note: null,
  },
  version: 2,
});

describe('cash drawers, in the local table', () => {
  let drawers: DrawerStore;
  beforeAll(() => {
    drawers = dynamoDrawerStore(local.table);
  });

  test('an officer has one open, and another after it is closed; a closed one stays', async () => {
    const first = drawer(1);
    expect(await drawers.openOf(UNIT, first.officer)).toBeUndefined();
    expect(await drawers.open(first)).toBe(true);
    expect(await drawers.open(drawer(2))).toBe(false);
    expect(await drawers.find(UNIT, drawer(2).id)).toBeUndefined();
    expect(await drawers.openOf(UNIT, first.officer)).toEqual(first);
    expect(await drawers.open(drawer(3, 'khac.h44-101'))).toBe(true);
    expect(await drawers.close(closed(first))).toBe(true);
    expect(await drawers.close(closed(first))).toBe(false);
    expect(await drawers.openOf(UNIT, first.officer)).toBeUndefined();
    expect(await drawers.find(UNIT, first.id)).toEqual(closed(first));
    expect(await drawers.open(drawer(4))).toBe(true);
  });

  test('of two at once one is opened', async () => {
    const officer = 'haitab.h44-101';
    const opened = await Promise.all([10, 11, 12].map(nth => drawers.open(drawer(nth, officer))));
    expect(opened.filter(done => done)).toHaveLength(1);
  });

  test('are listed the newest first, page by page', async () => {
    const seen: string[] = [];
    for (let before: string | undefined; ; ) {
      const page = await drawers.of(UNIT, before, 2);
      seen.push(...page.items.map(({ id }) => id));
      before = page.items.at(-1)?.id;
      if (!page.more) break;
    }
    expect(seen).toEqual([...seen].toSorted().toReversed());
    expect(seen).toHaveLength(4);
    expect((await drawers.of('H44.102', undefined, 2)).items).toEqual([]);
    expect(unregistered(await itemsOfTable(local.table.client, local.table.name))).toEqual([]);
  });
});

const twin = memoryItems(memoryRecords());
const kinds: readonly [string, () => Items][] = [
  ['in memory', () => twin],
  ['in the local table', () => dynamoItems(local.table)],
];

describe.each(kinds)('transfers, %s', (_, items) => {
  test('are read with each of their accounts, of a day, all of them', async () => {
    const transfer = (nth: number, at: string): Transfer => ({
      id: `H44.101-261126-${String(nth).padStart(4, '0')}/2/0`,
      at,
      kind: 'received',
      phase: 'posted',
      from: `claims:${UNIT}`,
      to: `cash:${UNIT}`,
      amount: toDong(nth),
      unit: UNIT,
      dossier: `H44.101-261126-${String(nth).padStart(4, '0')}`,
      by: 'thu.h44-101',
    });
    const today = Array.from({ length: 40 }, (__, nth) => transfer(nth + 1, '2026-11-26T00:00:00+07:00'));
    const before = transfer(99, '2026-11-25T23:59:59+07:00');
    for (const each of [...today, before]) await items().transact(transferWrites([each]));
    const read = transfersRead(items());
    for (const account of [`claims:${UNIT}`, `cash:${UNIT}`]) {
      const found = await read.ofDay(account, '2026-11-26');
      expect(found.toSorted((a, b) => a.amount - b.amount)).toEqual(today);
      expect(await read.ofDay(account, '2026-11-25')).toEqual([before]);
    }
    expect(await read.ofDay(`cash:${UNIT}`, '2026-11-27')).toEqual([]);
    expect(await read.ofDay('cash:H44.102', '2026-11-26')).toEqual([]);
  });
});
