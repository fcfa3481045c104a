import { describe, expect, test } from 'vitest';
import pauses from '../../../law/pauses.json' with { type: 'json' };
import resultChanges from '../../../law/result-changes.json' with { type: 'json' };
import type { UnitOutput, WorkCalendarOutput, Workflow } from '../../../web/api/generated.ts';
import {
  dayOf,
  weeksOf,
  withoutDay,
  withSwap,
  withYear,
} from '../../../web/officer/administration/calendar/days.ts';
import { NoRows, rowsOf, slicesOf } from '../../../web/officer/administration/catalogue/import-slices.ts';
import { unitDifferences } from '../../../web/officer/administration/units/unit-differences.ts';
import { soughtAmong, treeOf } from '../../../web/officer/administration/units/unit-tree.ts';
import { amountShown, amountTyped } from '../../../web/officer/administration/workflows/amount.ts';
import { compare } from '../../../web/officer/administration/workflows/compare.ts';
import {
  allowing,
  movedStep,
  withDecision,
  withNewStep,
  withoutStep,
  withSameOfficer,
  withStep,
} from '../../../web/officer/administration/workflows/steps.ts';
import { dayBefore } from '../../../web/wording/day-in-viet-nam.ts';
import { pauseNames } from '../../../web/wording/pauses.ts';
import { changeWords } from '../../../web/wording/result-changes.ts';

const unit = (code: string, name: string, parent: string | null = null): UnitOutput => ({
  code,
  name,
  parent,
  kind: 'commune',
  administrativeCode: null,
  receives: true,
  validFrom: '2025-07-01',
  validTo: null,
  successors: [],
});
const units = [unit('H44', 'Tỉnh'), unit('H44.2', 'Xã Đại Đồng', 'H44'), unit('H44.1', 'Xã An Bình', 'H44')];

describe('import', () => {
  test('rows are a list, the one list of an object, or one row', () => {
    expect(rowsOf('[1,2]')).toEqual([1, 2]);
    expect(rowsOf('{"items":[1]}')).toEqual([1]);
    expect(rowsOf('{"code":"1","name":"x"}')).toEqual([{ code: '1', name: 'x' }]);
    expect(() => rowsOf('7')).toThrow(NoRows);
    expect(() => rowsOf('{')).toThrow(NoRows);
  });

  test('slices know where they began', () => {
    expect(slicesOf([1, 2, 3], 2)).toEqual([
      { start: 0, items: [1, 2] },
      { start: 2, items: [3] },
    ]);
  });
});

describe('units', () => {
  test('stand below their parents by name, and at the top without them', () => {
    expect(treeOf(units).map(({ below }) => below.map(each => each.unit.code))).toEqual([['H44.1', 'H44.2']]);
    expect(treeOf(units.slice(1))).toHaveLength(2);
  });

  test('are found without marks', () => {
    expect(soughtAmong(units, 'dai dong').map(({ code }) => code)).toEqual(['H44.2']);
  });

  test('of another list are counted as added, removed and changed', () => {
    const other = [
      unit('H44', 'Tỉnh mới'),
      unit('H44.1', 'Xã An Bình', 'H44'),
      unit('H44.3', 'Xã Mới', 'H44'),
    ];
    expect(unitDifferences(units, other)).toEqual({ added: 1, removed: 1, changed: 1 });
  });
});

describe('calendar', () => {
  const calendar = {
    calendar: {
      weeklyDaysOff: ['sat', 'sun'],
      years: [{ year: 2027, provisional: false, notices: [], daysOff: [], saturdaysWorked: [] }],
    },
  } as unknown as WorkCalendarOutput;

  test('weeks begin on Monday and hold each date once', () => {
    const weeks = weeksOf(2027, 2);
    expect(weeks[0]?.[0]).toBe('2027-02-01');
    expect(weeks.flat().filter(Boolean)).toHaveLength(28);
  });

  test('a swapped Saturday is worked, and its Monday is off until it is taken back', () => {
    const swapped = withYear(calendar, 2027, year => withSwap(year, '2027-02-06', '2027-02-08', 'Nghỉ bù'));
    const kinds = (work: WorkCalendarOutput) =>
      ['2027-02-06', '2027-02-08'].map(date => dayOf(work, date).kind);
    expect(kinds(calendar)).toEqual(['off', 'working']);
    expect(kinds(swapped)).toEqual(['swapped', 'holiday']);
    expect(kinds(withYear(swapped, 2027, year => withoutDay(year, '2027-02-06')))).toEqual([
      'off',
      'working',
    ]);
  });

  test('the day before is that of Viet Nam', () => {
    expect(dayBefore(Date.parse('2026-11-26T18:00:00Z'))).toBe('2026-11-26');
  });
});

describe('workflow', () => {
  const limit = { amount: 1, unit: 'workingDay' as const };
  const one: Workflow = withNewStep(
    {
      procedure: '1.000656',
      start: 'step1',
      steps: [],
      supplementLimit: limit,
      paymentLimit: limit,
      collectionLimit: limit,
      approvedBy: '',
    },
    'Một',
  );
  const two = withNewStep(one, 'Hai');

  test('new steps have ids of their own', () => {
    expect(withNewStep(withoutStep(two, 'step1'), 'Ba').steps.map(({ id }) => id)).toEqual([
      'step2',
      'step3',
    ]);
  });

  test('a step moves by one place and not over the edge', () => {
    expect(movedStep(two, 'step2', -1).steps.map(({ id }) => id)).toEqual(['step2', 'step1']);
    expect(movedStep(two, 'step2', 1)).toBe(two);
  });

  test('a comparison says what is added, removed, changed and moved', () => {
    const { added, removed } = compare(one, two);
    expect([added.length, removed.length]).toEqual([1, 0]);
    const renamed = { ...two, steps: two.steps.map(step => ({ ...step, name: 'Khác' })), approvedBy: 'QĐ 1' };
    expect(compare(two, renamed)).toMatchObject({
      changed: [{ members: ['name'] }, { members: ['name'] }],
      members: ['approvedBy'],
      reordered: false,
    });
    expect(compare(two, movedStep(two, 'step2', -1)).reordered).toBe(true);
  });

  const [step] = one.steps;
  if (!step) throw new Error('no step');

  test('a decision begins with what it needs, and is replaced by its name', () => {
    const asking = allowing(allowing(step, 'consult', 'step2'), 'pause', 'step2');
    expect(asking.decisions).toEqual([
      { decision: 'consult', agencies: [] },
      { decision: 'pause', kinds: [] },
    ]);
    const posted = { decision: 'pause' as const, kinds: ['publicPosting'] };
    expect(withDecision(asking, posted).decisions).toEqual([asking.decisions[0], posted]);
  });

  test('a signature by whoever handled has its ground, or is not there at all', () => {
    const allowed = withSameOfficer(step, 'QĐ 1');
    expect(allowed.sameOfficerAllowed).toEqual({ legalBasis: 'QĐ 1' });
    expect('sameOfficerAllowed' in withSameOfficer(allowed, undefined)).toBe(false);
    expect(compare(one, withStep(one, allowed)).changed).toMatchObject([{ members: ['sameOfficerAllowed'] }]);
  });

  test('what is said beside the steps is compared, too', () => {
    const other = { ...one, start: 'step2', paymentLimit: { ...limit, sameDay: { cutOff: '15:00' } } };
    expect(compare(one, other).members).toEqual(['start', 'paymentLimit']);
  });

  test('amounts are typed with a comma or a point, and stay as typed while they are meant', () => {
    expect(['2,5', ' 2.5 ', '3'].map(amountTyped)).toEqual([2.5, 2.5, 3]);
    expect(['', '2,', '-1', 'nhiều'].map(amountTyped)).toEqual([NaN, NaN, NaN, NaN]);
    expect(amountShown(2.5, '2,5')).toBe('2,5');
    expect(amountShown(Number.NaN, '2,')).toBe('2,');
    expect(amountShown(7, '2,5')).toBe('7');
    expect(amountShown(null as unknown as number, '7')).toBe('');
  });

  test('every ground of a changed result in the law has words', () => {
    for (const kind of ['revoke', 'correct'] as const) {
      const codes = resultChanges.grounds.flatMap(each => (each.kind === kind ? [each.ground] : []));
      expect(Object.keys(changeWords.vi.grounds[kind])).toEqual(codes);
      expect(Object.keys(changeWords.en.grounds[kind])).toEqual(codes);
    }
  });

  test('every ground of a pause in the law has words', () => {
    const grounds = pauses.versions.flatMap(({ kinds }) => kinds);
    const asked = grounds
      .filter(({ decision }) => decision === 'pause')
      .map(({ kind }) => kind)
      .sort();
    expect(Object.keys(pauseNames.vi).sort()).toEqual(asked);
    expect(Object.keys(pauseNames.en).sort()).toEqual(asked);
  });
});
