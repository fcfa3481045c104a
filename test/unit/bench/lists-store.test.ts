import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from 'vitest';
import { daysOf, WORKING_DAYS } from '../../../bench/lists/store/days.ts';
import { exportLine } from '../../../bench/lists/store/dynamo-json.ts';
import { benchKeyring } from '../../../bench/lists/store/foundation.ts';
import { dossierItems } from '../../../bench/lists/store/items.ts';
import { planDay } from '../../../bench/lists/store/plan-day.ts';
import { PROCEDURES } from '../../../bench/lists/store/procedures.ts';
import { walk } from '../../../bench/lists/store/walk.ts';
import { BUSY_UNIT, benchWorld, NOW, OPEN_SHARE } from '../../../bench/lists/store/world.ts';
import { stageOf } from '../../../functions/domain/lists/stage.ts';
import { weekdayOf } from '../../../functions/domain/vietnam-time.ts';

const SIZE = { dossiers: 50_000, seed: 'a seed of the tests' };
const world = benchWorld(SIZE);
const days = daysOf(SIZE);
const plans = days.flatMap(day => planDay(world, day, WORKING_DAYS));
const open = new Set(['submitted', 'accepted', 'processing', 'supplementing', 'awaitingPayment']);
const share = (which: (plan: (typeof plans)[number]) => boolean) => plans.filter(which).length / plans.length;
const spread = plans.filter(({ receivingUnit, fate }) => receivingUnit !== BUSY_UNIT || !open.has(fate));

test('a store has as many dossiers as asked for, on working days, most on Mondays', () => {
  expect(plans).toHaveLength(SIZE.dossiers);
  expect(new Set(plans.map(({ code }) => code)).size).toBe(SIZE.dossiers);
  const weekdays = Map.groupBy(days, ({ date }) => weekdayOf(date));
  // A Saturday is worked now and then for a bridge day.
  expect(weekdays.get('sun')).toBeUndefined();
  expect(weekdays.get('sat')?.length ?? 0).toBeLessThan(6);
  const mean = (day: 'mon' | 'fri') => {
    const of = weekdays.get(day) ?? [];
    return of.reduce((sum, one) => sum + one.spread, 0) / of.length;
  };
  expect(mean('mon') / mean('fri')).toBeCloseTo(1.5 / 0.85, 1);
});

test('the spread is that of a province', () => {
  expect(world.procedures).toHaveLength(PROCEDURES);
  expect(new Set(world.procedures.map(({ procedure }) => procedure.code)).size).toBe(PROCEDURES);
  const fields = new Set(world.procedures.map(({ procedure }) => procedure.field.name));
  expect(fields.size).toBeGreaterThanOrEqual(60);
  expect(new Set(plans.map(({ receivingUnit }) => receivingUnit)).size).toBe(149);
  expect(spread.filter(({ fate }) => open.has(fate)).length / plans.length).toBeCloseTo(OPEN_SHARE, 2);
  const piled = plans.filter(({ receivingUnit, fate }) => receivingUnit === BUSY_UNIT && open.has(fate));
  expect(piled.length / plans.length).toBeGreaterThanOrEqual(OPEN_SHARE);
  expect(share(({ by }) => by === 'portal')).toBeGreaterThan(0.25);
  expect(share(({ by }) => by === 'portal')).toBeLessThan(0.35);
  expect(share(({ applicant }) => applicant.kind === 'organisation')).toBeCloseTo(0.1, 1);
  expect(share(({ receivingUnit, competentUnit }) => receivingUnit !== competentUnit)).toBeGreaterThan(0.15);
  const people = plans.filter(({ applicant }) => applicant.kind === 'person');
  const nguyen = people.filter(({ applicant }) => applicant.name.startsWith('Nguyễn ')).length;
  expect(nguyen / people.length).toBeCloseTo(0.38, 1);
});

test('every dossier of a day can be walked to where it is, and no further', async () => {
  const keyring = await benchKeyring(SIZE.seed);
  for (const day of [days[100], days.at(-1)]) {
    for (const plan of day ? planDay(world, day, WORKING_DAYS) : []) {
      const { head } = walk(plan, SIZE.seed, keyring);
      expect(Date.parse(head.updatedAt)).toBeLessThanOrEqual(NOW);
      expect(stageOf(head.handling) === 'open', `${plan.fate} ${head.handling}`).toBe(open.has(plan.fate));
    }
  }
});

test('the same seed makes the same items, another one others', async () => {
  const itemsOf = async (seed: string) => {
    const other = benchWorld({ ...SIZE, seed });
    const keyring = await benchKeyring(seed);
    const [plan] = days.slice(7).flatMap(day => planDay(other, day, WORKING_DAYS));
    if (!plan) throw new Error('there is no dossier');
    return dossierItems(keyring).of(plan, walk(plan, seed, keyring));
  };
  const items = await itemsOf('one');
  expect(await itemsOf('one')).toEqual(items);
  expect(await itemsOf('other')).not.toEqual(items);
  expect(items.map(({ sk }) => sk)).toEqual(expect.arrayContaining(['HEAD', 'APPLICANT', 'LISTED#PROVINCE']));
  for (const item of items)
    expect(JSON.parse(exportLine(item)).Item).toEqual(marshall(item, { removeUndefinedValues: true }));
});
