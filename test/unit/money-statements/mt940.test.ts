import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf, mt940, read, statementOf } from './samples.ts';

const lines = mt940.split('\r\n');
const body = lines.slice(1, -2).join('\n');

/** One message with an entry of 500 and what surrounds it. */
const message = (entry: string, { opening = 'C261125VND0,', closing = 'C261126VND500,' } = {}) =>
  [':20:A', ':25:123', ':28C:1/1', `:60F:${opening}`, `:61:${entry}`, ':86:x', `:62F:${closing}`].join('\n');

describe('MT940', () => {
  it('is read without the blocks of the network, too', () => {
    expect(statementOf(body).credits.map(({ reference }) => reference)).toEqual(['KB0001', 'KB0002']);
  });

  it.each([
    ['261126C500,NTRFNONREF//B1', 'B1'],
    ['2611261126CD500,00NTRFPAY1//B1', 'B1'],
    ['261126RD500,NTRFPAY1', 'PAY1'],
    ['261126C500,NTRFPAY1//B1\nsupplement', 'B1'],
  ])('takes the credit %s', (entry, reference) => {
    expect(statementOf(message(entry)).credits).toMatchObject([
      { amount: 500, reference, bookedOn: '2026-11-26' },
    ]);
  });

  it('takes a credit that is taken back as a debit', () => {
    const file = message('261126RC500,NTRFPAY1', { opening: 'C261125VND500,', closing: 'C261126VND0,' });
    expect(statementOf(file).debits).toHaveLength(1);
  });

  it('takes a debit balance', () => {
    const file = message('261126C500,NTRFPAY1', { opening: 'D261125VND700,', closing: 'D261126VND200,' });
    expect(statementOf(file).closing).toEqual({ amount: 200, direction: 'debit' });
  });

  it('puts the day of booking into the year that is nearest to the value date', () => {
    const file = message('2612310102C500,NTRFPAY1', { closing: 'C270102VND500,' });
    expect(statementOf(file).credits[0]?.bookedOn).toBe('2027-01-02');
  });

  it.each([
    ['261126C500,50NTRFPAY1', '5:12 the amount “500,50” has decimals'],
    ['261126C-500,NTRFPAY1', '5:12 the amount “-500,” is negative'],
    ['261126C500NTRFPAY1', '5:12 “500” is no amount'],
    ['261126C1.500,NTRFPAY1', '5:12 '],
    ['261126C1000000000001,NTRFPAY1', 'more than 1,000 billion'],
    ['261126C0,NTRFPAY1', 'has no amount'],
    ['260230C500,NTRFPAY1', '5:5 “260230” is no day'],
    ['2611261131C500,NTRFPAY1', '5:5 “2611261131” is no day'],
    ['261126EC500,NTRFPAY1', 'cannot be read'],
    ['261126C500,NTRFNONREF', 'has no reference'],
    ['261126C500,', 'cannot be read'],
    ['', 'cannot be read'],
    ['261127C500,NTRFPAY1', 'the day 2026-11-27 is outside'],
  ])('refuses the entry %s', (entry, words) => {
    expect(faultOf(message(entry))).toContain(words);
  });

  it.each([
    ['another currency', mt940.replaceAll('VND', 'USD'), '5:13 the currency “USD” is not VND'],
    ['a sum that does not fit', mt940.replace('VND1150000', 'VND1150001'), '13:1 the closing balance'],
    ['no closing balance', mt940.replace(/:62F:.*\r\n/, ''), 'the file is cut off'],
    ['no opening balance', mt940.replace(/:60F:.*\r\n/, ''), ':60F: is missing'],
    ['no account', mt940.replace(/:25:.*\r\n/, ''), ':25: is missing'],
    ['no end of its block', mt940.replace('-}', ''), '1:1 the file is cut off'],
    ['an unknown field', mt940.replace(':28C:', ':99Z:'), '4:1 “:99Z:” is no field of MT940'],
    ['text where none may be', mt940.replace('-}', '-}\r\nabc'), '16:1 “abc” is no field'],
    [
      'an unreadable balance',
      mt940.replace('C261127VND', 'X261127VND'),
      '13:6 “X261127VND1150000,” cannot be read',
    ],
    ['a balance of no day', mt940.replace('C261125', 'C261131'), '5:7 “261131” is no day'],
  ])('refuses %s', (_, file, words) => {
    expect(faultOf(file)).toContain(words);
  });

  it('goes on in the next message, from the balance of the one before', () => {
    const second = [
      ':20:B',
      ':25:394901234567',
      ':28C:331/1',
      ':60F:C261127VND1150000,',
      ':62F:C261128VND1150000,',
    ];
    const file = `${body}\n${second.join('\n')}`;
    expect(statementOf(file)).toMatchObject({
      from: '2026-11-26',
      to: '2026-11-28',
      closing: { amount: 1_150_000 },
    });
    expect(faultOf(file.replace(/:60F:C261127VND1150000,/, ':60F:C261127VND9,'))).toContain(
      'a part is missing',
    );
    expect(faultOf(file.replace(/:25:394901234567\n:28C:331/, ':25:1\n:28C:331'))).toContain(
      'is another than before',
    );
  });

  it('is refused wherever it is cut off', () => {
    for (let end = 1; end < lines.length - 1; end += 1)
      expect(read(lines.slice(0, end).join('\r\n')).faults?.length).toBeGreaterThan(0);
  });

  it('gives a statement or faults of any lines, and throws nothing', () => {
    const line = fc.constantFrom(...lines, ':61:', ':60F:', ':20:', '-', '{4:', ':86:?', ':61:2611261126C');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), some => {
        const { statement, faults } = read(`:20:A\n${some.join('\n')}`);
        expect((statement === undefined) !== (faults === undefined)).toBe(true);
        if (faults) expect(faults.length).toBeGreaterThan(0);
      }),
    );
  });
});
