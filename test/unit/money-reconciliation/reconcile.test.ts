import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../functions/domain/money/reconciliation/reconcile.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { credit, FRIDAY, inShort, listed, our, reconciled, THURSDAY } from './days.ts';

const SATURDAY = '2026-11-28';
const SUNDAY = '2026-11-29';

describe('payments that are settled one by one', () => {
  it.each([
    ['the number of the gateway', credit('KB1', 50_000, 'Le phi GD000001 ho so')],
    ['our reference', credit('KB1', 50_000, 'nop MTC000001')],
    ['a reference of its own', credit('MTC000001', 50_000, '')],
    ['a broken line', credit('KB1', 50_000, 'Le phi GD00\n0001')],
  ])('agree by %s', (_, line) => {
    const result = reconciled({ ours: [our(1, 50_000)], gateway: [listed(1, 50_000)], treasury: [line] });
    expect(inShort(result)).toEqual({ matches: ['each 1:1'], differences: [] });
    expect(result.matches[0]?.amount).toBe(50_000);
  });

  it('do not agree by their amount alone, or by a longer code', () => {
    for (const purpose of ['Le phi', 'GD0000011', 'GD00000', 'XGD000001']) {
      const treasury = [credit('KB1', 50_000, purpose)];
      const result = reconciled({ ours: [our(1, 50_000)], gateway: [listed(1, 50_000)], treasury });
      expect(inShort(result).differences).toEqual(['onlyTreasury', 'settledLate']);
    }
  });

  it('differ where one of the lists has them alone', () => {
    expect(inShort(reconciled({ ours: [our(1, 5)] })).differences).toEqual(['onlyOurs']);
    expect(inShort(reconciled({ gateway: [listed(1, 5)] })).differences).toEqual(['onlyGateway']);
    expect(inShort(reconciled({ treasury: [credit('K', 5, 'x')] })).differences).toEqual(['onlyTreasury']);
  });

  it('are not asked for a second credit, which is no lump on a later day either', () => {
    const treasury = [credit('K1', 5, 'PAYPLAT GD000001'), credit('K2', 5, 'PAYPLAT GD000001')];
    const first = reconciled({
      ours: [our(1, 5), our(2, 7)],
      gateway: [listed(1, 5), listed(2, 7)],
      treasury,
    });
    expect(inShort(first)).toEqual({ matches: ['each 1:1'], differences: ['onlyTreasury', 'settledLate'] });
    expect(first.differences[0]?.action.en).toContain('passed it on twice');
    const second = reconciled({ day: SATURDAY, carried: first.differences });
    expect(second.differences.map(({ id }) => id)).toEqual(first.differences.map(({ id }) => id));
  });

  it('differ in an amount of any list, and say all', () => {
    const treasury = [credit('KB1', 40_000, 'GD000001')];
    const { differences } = reconciled({ ours: [our(1, 50_000)], gateway: [listed(1, 50_000)], treasury });
    expect(differences).toMatchObject([
      { kind: 'amountDiffers', amounts: { ours: 50_000, gateway: 50_000, treasury: 40_000 }, state: 'open' },
    ]);
    const other = reconciled({ ours: [our(1, 50_000)], gateway: [listed(1, 40_000)], treasury });
    expect(inShort(other).differences).toEqual(['amountDiffers']);
  });

  it('are money only if the gateway says that they are paid', () => {
    const pending = listed(1, 5, { state: 'pending' });
    const alone = reconciled({ gateway: [pending] });
    expect(alone).toMatchObject({
      differences: [],
      unpaid: [pending],
      totals: { gateway: { given: { amount: 0 } } },
    });
    const { differences } = reconciled({ ours: [our(1, 5)], gateway: [pending] });
    expect(differences).toMatchObject([
      { kind: 'onlyOurs', gateway: [pending], amounts: { ours: 5, gateway: null, treasury: null } },
    ]);
    expect(differences[0]?.action.en).toContain('says that it is not paid');
  });

  it('are paid twice where a reference has a second payment', () => {
    const again = listed(2, 50_000, { reference: 'MTC000001', at: `${THURSDAY}T08:00:00+07:00` });
    const treasury = [credit('KB1', 50_000, 'GD000001'), credit('KB2', 50_000, 'GD000002')];
    const { matches, differences } = reconciled({
      ours: [our(1, 50_000)],
      gateway: [again, listed(1, 50_000)],
      treasury,
    });
    expect(matches).toMatchObject([{ ours: [{ id: 'pay-1' }], treasury: [{ reference: 'KB1' }] }]);
    expect(differences).toMatchObject([
      { kind: 'paidTwice', gateway: [again], treasury: [{ reference: 'KB2' }] },
    ]);
  });

  it('are paid twice where the gateway lists one number twice', () => {
    const result = reconciled({ ours: [our(1, 5)], gateway: [listed(1, 5), listed(1, 5)] });
    expect(inShort(result).differences).toEqual(['paidTwice', 'settledLate']);
  });
});

describe('a credit of many payments', () => {
  const ours = [our(1, 50_000), our(2, 30_000)];
  const gateway = [listed(1, 50_000), listed(2, 30_000)];

  it.each(['PAYPLAT quyet toan', 'Payplat QT ngay 26/11/2026', 'PAYPLAT 26112026', 'GD000001, GD000002'])(
    'agrees with their sum: %s',
    purpose => {
      const result = reconciled({ ours, gateway, treasury: [credit('L', 80_000, purpose)] });
      expect(inShort(result)).toEqual({ matches: ['lump 2:1'], differences: [] });
    },
  );

  it('is known by another name of the gateway, and of nobody without any', () => {
    const treasury = [credit('L', 80_000, 'Cty CP Thanh toan chuyen tien')];
    expect(inShort(reconciled({ ours, gateway, treasury })).matches).toEqual([]);
    const names = { PAYPLAT: ['CTY CP THANH TOAN'] };
    expect(inShort(reconciled({ ours, gateway, treasury, names })).matches).toEqual(['lump 2:1']);
  });

  it('differs with another sum, the same from day to day, until the rest comes', () => {
    const first = reconciled({ ours, gateway, treasury: [credit('L', 70_000, 'PAYPLAT')] });
    expect(first.differences).toMatchObject([
      { kind: 'lumpDiffers', amounts: { ours: 80_000, gateway: 80_000, treasury: 70_000 }, ageDays: 0 },
    ]);
    const next = { ours: [our(3, 9, { at: `${FRIDAY}T08:00:00+07:00` })], gateway: [] };
    const second = reconciled({ day: SATURDAY, ...next, carried: first.differences });
    expect(second.differences.find(({ kind }) => kind === 'lumpDiffers')).toMatchObject({
      id: first.differences[0]?.id,
      since: FRIDAY,
      ageDays: 1,
    });
    const rest = [credit('L2', 10_000, 'PAYPLAT bo sung', SATURDAY)];
    const third = reconciled({ day: SUNDAY, treasury: rest, carried: second.differences });
    expect(third.matches).toMatchObject([{ by: 'lump', amount: 80_000, treasury: [{}, {}] }]);
    expect(third.cleared).toMatchObject([
      { kind: 'lumpDiffers', state: 'cleared', clearedOn: SUNDAY, ageDays: 2 },
    ]);
  });

  it('holds the money of payments that differ, which is not asked for again', () => {
    const more = [...gateway, listed(3, 20_000)];
    const first = reconciled({ ours, gateway: more, treasury: [credit('L', 100_000, 'PAYPLAT')] });
    expect(first.matches).toMatchObject([{ by: 'lump', amount: 100_000, besides: 20_000 }]);
    expect(first.differences).toMatchObject([{ kind: 'onlyGateway', settledBy: 'L' }]);
    const later = { ours: [our(3, 20_000)], treasury: [credit('M', 20_000, 'PAYPLAT', SATURDAY)] };
    const second = reconciled({ day: SATURDAY, ...later, carried: first.differences });
    expect(inShort(second)).toEqual({ matches: ['earlier 1:0'], differences: ['onlyTreasury'] });
    expect(second.cleared).toMatchObject([{ kind: 'onlyGateway' }]);
  });

  it('may leave out what was paid twice', () => {
    const again = listed(4, 50_000, { reference: 'MTC000001' });
    const result = reconciled({
      ours,
      gateway: [...gateway, again],
      treasury: [credit('L', 80_000, 'PAYPLAT')],
    });
    expect(inShort(result)).toEqual({ matches: ['lump 2:1'], differences: ['paidTwice'] });
    expect(result.differences[0]?.settledBy).toBeNull();
  });

  it('is of the day whose sum it is, of each gateway apart', () => {
    const friday = `${FRIDAY}T10:00:00+07:00`;
    const result = reconciled({
      ours: [...ours, our(3, 7000, { at: friday }), our(5, 7000, { gateway: 'VNPAY' })],
      gateway: [...gateway, listed(3, 7000, { at: friday }), listed(5, 7000, { gateway: 'VNPAY' })],
      treasury: [credit('L', 7000, 'PAYPLAT')],
    });
    expect(result.matches).toMatchObject([{ ours: [{ id: 'pay-3' }] }]);
  });
});

describe('from day to day', () => {
  it('a payment waits for its credit, ages, and is matched', () => {
    const first = reconciled({ day: THURSDAY, ours: [our(1, 5)], gateway: [listed(1, 5)] });
    expect(first.differences).toMatchObject([{ kind: 'settledLate', ageDays: 0, since: THURSDAY }]);
    expect(first.differences[0]?.action.en).toContain('Wait');
    const second = reconciled({ day: SATURDAY, carried: first.differences });
    expect(second.differences).toMatchObject([{ id: first.differences[0]?.id, ageDays: 2 }]);
    expect(second.differences[0]?.action.en).toContain('Ask the gateway');
    const third = reconciled({
      day: SUNDAY,
      carried: second.differences,
      treasury: [credit('K', 5, 'GD000001', SUNDAY)],
    });
    expect(inShort(third)).toEqual({ matches: ['each 1:1'], differences: [] });
    expect(third.cleared).toMatchObject([{ id: first.differences[0]?.id, state: 'cleared', ageDays: 3 }]);
  });

  it('a difference that becomes another keeps its age', () => {
    const first = reconciled({ treasury: [credit('K', 5, 'GD000001')] });
    const second = reconciled({ day: SUNDAY, carried: first.differences, gateway: [listed(1, 5)] });
    expect(second.differences).toMatchObject([{ kind: 'onlyGateway', since: FRIDAY, ageDays: 2 }]);
    expect(second.cleared).toMatchObject([{ kind: 'onlyTreasury' }]);
  });

  it('what is told anew counts as it is told', () => {
    const first = reconciled({ gateway: [listed(1, 5)] });
    const refunded = listed(1, 5, { state: 'refunded' });
    const second = reconciled({ day: SATURDAY, carried: first.differences, gateway: [refunded] });
    expect(second).toMatchObject({ differences: [], unpaid: [refunded], cleared: [{ kind: 'onlyGateway' }] });
  });

  it('what was paid again stays so when the first payment is gone', () => {
    const again = listed(2, 5, { reference: 'MTC000001' });
    const lists = {
      ours: [our(1, 5)],
      gateway: [listed(1, 5), again],
      treasury: [credit('K', 5, 'GD000001')],
    };
    const first = reconciled(lists);
    const second = reconciled({ day: SATURDAY, carried: first.differences });
    expect(second.differences).toMatchObject([
      { kind: 'paidTwice', id: first.differences[0]?.id, ageDays: 1 },
    ]);
    const retold = reconciled({ day: SATURDAY, carried: first.differences, gateway: [again] });
    expect(retold.differences).toEqual(second.differences);
  });

  it('cleared ones are not carried on', () => {
    const first = reconciled({ ours: [our(1, 5)] });
    const cleared = first.differences.map(difference => ({ ...difference, state: 'cleared' as const }));
    expect(reconciled({ carried: cleared })).toMatchObject({ differences: [], cleared: [] });
  });
});

describe('lists that cannot be compared', () => {
  it.each([
    ['a payment twice', { ours: [our(1, 5), our(1, 5)] }, 'the payment pay-1 is there twice'],
    [
      'a debit',
      { treasury: [{ ...credit('K', 5, ''), direction: 'debit' as const }] },
      'the entry K is a debit',
    ],
    ['no day', { day: '2026-02-29' }, '“2026-02-29” is no day'],
    ['no moment', { ours: [our(1, 5, { at: 'hôm qua' })] }, '“hôm qua” is no moment'],
    ['too large a sum', { ours: [our(1, 1e12), our(2, 1e12)] }, 'ours: the sum is above'],
  ])('are refused for %s', (_, input, words) => {
    const all = { day: FRIDAY, ours: [], gateway: [], treasury: [], carried: [], ...input };
    expect(reconcile(all).faults?.[0]?.en).toContain(words);
  });

  it('are not those of nothing', () => {
    const none = { count: 0, amount: toDong(0) };
    expect(reconciled({}).totals.ours).toEqual({ given: none, carried: none, matched: none, open: none });
  });
});
