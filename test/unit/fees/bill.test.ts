import { describe, expect, test } from 'vitest';
import { type BillQuestion, billOf } from '../../../functions/domain/fees/bill-of.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { card, law, procedure, table } from './samples.ts';

const asked = (more: Partial<BillQuestion>): BillQuestion => ({
  fee: table,
  procedure,
  on: '2026-11-27',
  ...more,
});
const bill = (more: Partial<BillQuestion>) => {
  const billed = billOf(asked(more), law);
  if ('faults' in billed) throw new Error(JSON.stringify(billed.faults));
  return billed.bill;
};
const faults = (more: Partial<BillQuestion>) => {
  const billed = billOf(asked(more), law);
  return 'faults' in billed ? billed.faults.map(({ pointer }) => pointer) : [];
};
const first = { chosenCase: 'first' };
const reissue = (pages: number) => ({ chosenCase: 'reissue', counts: { pages } });
const claim = (...reliefs: string[]) => ({ reliefs: reliefs.map(relief => ({ relief, evidence: card })) });

describe('the bill of a table', () => {
  test('has the lines of the chosen case and those of no case', () => {
    expect(bill(first)).toEqual({
      case: 'first',
      lines: [
        {
          code: 'form',
          name: 'Lệ phí tờ khai',
          sort: 'charge',
          full: 5000,
          relief: 0,
          ground: null,
          due: 5000,
        },
        {
          code: 'new',
          name: 'Phí thẩm định cấp mới',
          sort: 'fee',
          full: 500_000,
          relief: 0,
          ground: null,
          due: 500_000,
        },
      ],
      full: 505_000,
      relieved: 0,
      due: 505_000,
    });
  });

  test.each([
    [0, 0],
    [10, 20_000],
    [75, 150_000],
    [76, 150_000],
    [100_000, 150_000],
  ])('charges %i pages with %i đồng: above a bound it goes no further', (pages, full) => {
    expect(bill(reissue(pages)).lines.find(({ code }) => code === 'pages')).toMatchObject({
      count: pages,
      full,
    });
  });

  test('charges no more units than the most there are', () => {
    const fee = {
      kind: 'table',
      lines: [
        {
          code: 'copies',
          name: 'Bản sao',
          sort: 'fee',
          perUnit: { amount: toDong(1000), unit: 'copy', atMost: 3 },
        },
      ],
    } as const;
    expect(bill({ fee: { ...fee, lines: [...fee.lines] }, counts: { copies: 9 } }).due).toBe(3000);
  });

  test('is refused without a case, with another one, without a count, and with one for nothing', () => {
    expect(faults({})).toEqual(['/case']);
    expect(faults({ chosenCase: 'other' })).toEqual(['/case']);
    expect(faults({ chosenCase: 'reissue' })).toEqual(['/counts/pages']);
    expect(faults({ ...reissue(-1) })).toEqual(['/counts/pages']);
    expect(faults({ ...reissue(1.5) })).toEqual(['/counts/pages']);
    expect(faults({ ...first, counts: { pages: 3 } })).toEqual(['/counts/pages']);
    expect(faults({ ...first, counts: { form: 3 } })).toEqual(['/counts/form']);
  });
});

describe('the bill of a fee of another kind', () => {
  test('has one line, or none', () => {
    expect(bill({ fee: { kind: 'free' } })).toEqual({ lines: [], full: 0, relieved: 0, due: 0 });
    expect(bill({ fee: { kind: 'flat', amount: toDong(10_000) } }).lines).toMatchObject([
      { code: 'fee', due: 10_000 },
    ]);
    const page = { kind: 'perUnit', amount: toDong(2000), unit: 'page' } as const;
    expect(bill({ fee: page, counts: { fee: 7 } })).toMatchObject({ due: 14_000, lines: [{ count: 7 }] });
    expect(faults({ fee: page })).toEqual(['/counts/fee']);
    expect(faults({ fee: page, counts: { fee: 0 } })).toEqual(['/counts/fee']);
    expect(faults({ fee: { kind: 'flat', amount: toDong(10_000) }, chosenCase: 'first' })).toEqual(['/case']);
  });

  test('cannot be made out of what is not published, and says what is unclear', () => {
    const unclear = { vi: 'Có 2 mức thu.', en: 'Two amounts.' };
    expect(faults({ fee: null })).toEqual(['/amountDue']);
    expect(billOf(asked({ fee: { kind: 'unclear', unclear } }), law)).toEqual({
      faults: [{ pointer: '/amountDue', message: unclear }],
    });
  });

  test('is no amount of money beyond a thousand billion', () => {
    const fee = { kind: 'perUnit', amount: toDong(1_000_000_000_000), unit: 'copy' } as const;
    expect(faults({ fee, counts: { fee: 2 } })).toEqual(['/counts']);
  });
});

describe('a relief', () => {
  test('takes off a part within its bounds, on the lines it is meant for', () => {
    // Half of 500,000 is above its most; half of 200,000 is below its least.
    expect(bill({ ...first, ...claim('half') })).toMatchObject({ relieved: 240_000, due: 265_000 });
    expect(bill({ ...reissue(0), ...claim('half') })).toMatchObject({ relieved: 150_000, due: 55_000 });
    expect(bill({ ...first, ...claim('half') }).lines.map(({ ground }) => ground)).toEqual([
      null,
      'Căn cứ A',
    ]);
  });

  test('takes off an amount, and never more than the line', () => {
    expect(bill({ ...first, ...claim('fixed') }).lines.map(({ relief }) => relief)).toEqual([5000, 7000]);
  });

  test('gives way to a higher one, line by line', () => {
    expect(bill({ ...first, ...claim('fixed', 'half') }).lines).toMatchObject([
      { relief: 5000, ground: 'Căn cứ B' },
      { relief: 240_000, ground: 'Căn cứ A' },
    ]);
  });

  test('that brings all to zero leaves nothing due', () => {
    const reliefs = [{ relief: 'all', evidence: { kind: 'paper' } }];
    expect(bill({ ...first, reliefs })).toMatchObject({ full: 505_000, relieved: 505_000, due: 0 });
  });

  test.each([
    ['2026-08-14', ['/reliefs/0/relief']],
    ['2026-08-15', []],
    ['2027-02-28', []],
    ['2027-03-01', ['/reliefs/0/relief']],
  ])('on %s: ends by itself', (on, pointers) => {
    expect(faults({ ...first, on, ...claim('half') })).toEqual(pointers);
  });

  test('that a council has to set waits for its decision, and is then as decided', () => {
    expect(faults({ ...first, on: '2026-11-30', ...claim('council') })).toEqual(['/reliefs/0/relief']);
    const decided = bill({ ...first, on: '2026-12-01', ...claim('council') });
    expect(decided.lines.map(({ relief, ground }) => [relief, ground])).toEqual([
      [1500, 'NQ 01/NQ-HĐND'],
      [150_000, 'NQ 01/NQ-HĐND'],
    ]);
    expect(faults({ ...first, on: '2027-03-01', ...claim('council') })).toEqual(['/reliefs/0/relief']);
  });

  test('is refused unknown, without its evidence, unattested, or meant for something else', () => {
    expect(faults({ ...first, ...claim('unheard-of') })).toEqual(['/reliefs/0/relief']);
    expect(faults({ ...first, ...claim('elsewhere') })).toEqual(['/reliefs/0/relief']);
    expect(faults({ ...first, ...claim('half', 'elsewhere') })).toEqual(['/reliefs/1/relief']);
    const reliefs = (evidence: { kind: string }) => [{ relief: 'half', evidence }];
    expect(faults({ ...first, reliefs: reliefs({ kind: 'paper' }) })).toEqual(['/reliefs/0/evidence/kind']);
    expect(faults({ ...first, reliefs: reliefs({ kind: 'card' }) })).toEqual([
      '/reliefs/0/evidence/attestedBy',
    ]);
  });
});
