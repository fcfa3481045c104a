import { expect, test } from 'vitest';
import { addWrites, busiest, type KeyLoad } from '../../../bench/lists/hot/key-load.ts';
import type { CapturedWrite, Item } from '../../../bench/lists/store/capture.ts';

const put = (item: Item): CapturedWrite => ({ kind: 'Put', item, request: { Item: item } });
const entry = (state: string): Item => ({
  pk: 'DOSSIER#1',
  sk: 'LISTED#UNIT#H44.101',
  statePk: `UNIT#H44.101#${state}`,
  stateSk: '2026-11-23T01:00:00.000Z#1',
});

test('a write costs its item twice, and each index only as far as the entry comes, moves or goes in it', () => {
  const items = new Map<string, Item>();
  const load: KeyLoad = new Map();
  addWrites(load, items, [put(entry('submitted'))]);
  expect(Object.fromEntries(load)).toEqual({ 'table DOSSIER#1': 2, 'state UNIT#H44.101#submitted': 1 });
  addWrites(load, items, [put(entry('submitted'))]);
  expect(load.get('state UNIT#H44.101#submitted')).toBe(1);
  addWrites(load, items, [put(entry('accepted'))]);
  expect(load.get('state UNIT#H44.101#submitted')).toBe(2);
  expect(load.get('state UNIT#H44.101#accepted')).toBe(1);
  const { pk, sk } = entry('accepted');
  addWrites(load, items, [{ kind: 'Delete', item: { pk, sk }, request: {} }]);
  expect(load.get('state UNIT#H44.101#accepted')).toBe(2);
  expect(load.get('table DOSSIER#1')).toBe(8);
  expect(items.size).toBe(0);
});

test('a larger item costs a unit for each kilobyte begun', () => {
  const load: KeyLoad = new Map();
  addWrites(load, new Map(), [put({ pk: 'A', sk: 'A', text: 'x'.repeat(2000) })]);
  expect(load.get('table A')).toBe(4);
});

test('the busiest keys are named with their share, people’s keys only in part', () => {
  const load: KeyLoad = new Map([
    ['table FOUND#abcdefghijklmnopqrstuv', 30],
    ['submission PROVINCE', 60],
    ['table DOSSIER#1', 10],
  ]);
  expect(busiest(load, 10, 2)).toEqual([
    { key: 'submission PROVINCE', share: 0.6, each: 6 },
    { key: 'table FOUND#abcdef…', share: 0.3, each: 3 },
  ]);
});
