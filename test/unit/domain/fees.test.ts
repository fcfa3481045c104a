import { describe, expect, test } from 'vitest';
import { amountToPay, isRightAmount } from '../../../functions/domain/dossier/fee.ts';
import type { Fee } from '../../../schemas/catalogue/procedure.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const free: Fee = { kind: 'free' };
const flat: Fee = { kind: 'flat', amount: toDong(10_000) };
const page: Fee = { kind: 'perUnit', amount: toDong(2000), unit: 'page' };

describe('fees', () => {
  test('are known beforehand when flat, and counted when by page or copy', () => {
    expect([null, free, flat, page].map(amountToPay)).toEqual([null, 0, 10_000, null]);
  });

  test.each([
    [null, 0, true],
    [null, 1, false],
    [free, 0, true],
    [free, 1, false],
    [flat, 10_000, true],
    [flat, 9_999, false],
    [flat, 20_000, false],
    [page, 2000, true],
    [page, 14_000, true],
    [page, 0, false],
    [page, 3000, false],
  ])('of %j: %i đồng right? %s', (fee, amount, right) => {
    expect(isRightAmount(fee, amount)).toBe(right);
  });

  test('differ by channel, and a free dossier owes nothing', () => {
    const online = new PaperDossier('1.004222').head;
    const counter = new PaperDossier('1.004222', { channel: 'counter' }).head;
    expect([online.amountDue, online.money]).toEqual([10_000, 'due']);
    expect([counter.amountDue, counter.money]).toEqual([20_000, 'due']);
    expect(new PaperDossier('1.001193').head).toMatchObject({ amountDue: 0, money: 'none' });
  });
});
