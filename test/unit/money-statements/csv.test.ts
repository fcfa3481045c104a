import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, faultOf, faultsOf, read, statementOf } from './samples.ts';

const small = (row: string, header = 'Booking date,Reference,Credit,Debit,Description') =>
  `Account,0123456789\n${header}\n${row}\n`;

const credit = (row: string, header?: string) => statementOf(small(row, header)).credits[0];

describe('amounts in CSV', () => {
  it.each([
    ['"1,000,000"', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1000000', 1_000_000],
    ['1 000 000', 1_000_000],
    ['"1.000.000,00"', 1_000_000],
    ['"1,000,000.00"', 1_000_000],
    ['1000.00', 1000],
    ['1.000', 1000],
    ['1000000000000', 1_000_000_000_000],
    ['50.000 đ', 50_000],
    ['50000VND', 50_000],
  ])('%s is taken', (text, amount) => {
    expect(credit(`2026-11-26,R1,${text},,x`)).toMatchObject({ amount });
  });

  it.each([
    ['1000.50', 'has decimals'],
    ['"1,000.5"', 'has decimals'],
    ['1.5', 'has decimals'],
    ['1.0000', 'has decimals'],
    ['1.000.00', 'has decimals'],
    ['-1000', 'is negative'],
    ['(1.000)', 'is negative'],
    ['1000-', 'is negative'],
    ['1000000000001', 'more than 1,000 billion'],
    ['99999999999999999999999999', 'more than 1,000 billion'],
    ['1e6', 'is no amount'],
    ['0x10', 'is no amount'],
    ['10 USD', 'is no amount'],
    ['１000', 'is no amount'],
    ['0', 'has no amount'],
    ['', 'has no amount'],
    ['10.00.000', 'is no amount'],
  ])('%s is refused', (text, message) => {
    expect(faultOf(small(`2026-11-26,R1,${text},,x`))).toContain(message);
  });

  it('are in one of two columns, or beside their direction', () => {
    expect(faultOf(small('2026-11-26,R1,5,5,x'))).toContain('3:17 the entry is a debit and a credit');
    const header = 'Ngày,Số CT,Số tiền,Nợ/Có,Diễn giải';
    expect(statementOf(small('26/11/2026,R1,5000,Nợ,x', header)).debits).toHaveLength(1);
    expect(credit('26-11-2026,R1,5000,CR,x', header)).toMatchObject({ amount: 5000 });
    expect(faultOf(small('26-11-2026,R1,5000,?,x', header))).toContain('does not say whether');
    expect(credit('26.11.2026,R1,5000,x', 'Ngày,Số CT,Số tiền,Diễn giải')).toMatchObject({
      direction: 'credit',
    });
  });
});

describe('days in CSV', () => {
  it.each(['29/02/2026', '31/11/2026', '2026-13-01', '11/26/2026', '26/11/26', '26/11/1926', 'hôm qua', ''])(
    '%j is no day',
    text => {
      expect(faultOf(small(`${text},R1,5,,x`))).toContain('3:1 ');
      expect(faultOf(small(`${text},R1,5,,x`))).toContain('is no day');
    },
  );

  it('have no entries outside of the period', () => {
    expect(faultOf(csv.replace('27/11/2026 08:15', '28/11/2026'))).toContain(
      '8:1 the day 2026-11-28 is outside',
    );
    expect(faultOf(csv.replace('Từ ngày;26', 'Từ ngày;28'))).toContain('the first day is after the last');
    expect(faultOf('Tài khoản;1\nNgày;Số CT;Có;Nội dung\n')).toContain('there are no entries');
    expect(statementOf('Tài khoản;1\nNgày sao kê;26/11/2026\nNgày;Số CT;Có;Nội dung\n')).toMatchObject({
      from: '2026-11-26',
      to: '2026-11-26',
      credits: [],
    });
  });
});

describe('the rows of CSV', () => {
  it.each([',', ';', '\t'])('are divided by %j', separator => {
    const cells = ['2026-11-26', 'R1', '5.000', '', '"a ""b"", c;\nd"'];
    const file = ['Account', '1'].join(separator);
    const header = ['Booking date', 'Reference', 'Credit', 'Debit', 'Description'].join(separator);
    const { credits } = statementOf(`${file}\n${header}\n${cells.join(separator)}\n`);
    expect(credits).toMatchObject([{ purpose: 'a "b", c;\nd', amount: 5000, line: 3 }]);
  });

  it('count lines of quoted cells', () => {
    expect(faultOf(small('2026-11-26,R1,5,,"a\nb"\n2026-11-26,R2,x,,y'))).toContain('5:15 “x” is no amount');
  });

  it('tell all that is wrong, up to a hundred faults', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `2026-11-31,R${index},x,,y`).join('\n');
    expect(faultsOf(small(rows))).toHaveLength(100);
  });

  it.each([
    ['an open quote', '2026-11-26,R1,5,,"abc', '3:18 the file is cut off'],
    ['a quote in a cell', '2026-11-26,R1,5,,a"b"', '3:19 a quotation mark'],
    ['too few cells', '2026-11-26,R1,5', '3:15 the row has too few cells'],
    ['endless cells', ','.repeat(201), '3:201 the row has more than 200 cells'],
    ['an endless amount', `2026-11-26,R1,1${' '.repeat(300_000)}x,,y`, '3:15 “1'],
    ['no reference', '2026-11-26,,5,,x', '3:1 the entry has no reference'],
    [
      'one reference twice',
      '2026-11-26,R1,5,,x\n2026-11-26,R1,5,,x',
      '4:1 the reference “R1” is that of line 3',
    ],
    ['an endless purpose', `2026-11-26,R1,5,,${'x'.repeat(4001)}`, 'longer than 4000'],
    ['an endless reference', `2026-11-26,${'x'.repeat(141)},5,,x`, 'longer than 140'],
  ])('are refused with %s', (_, row, message) => {
    expect(faultOf(small(row))).toContain(message);
  });

  it('may have the reference of a credit in the debit that takes it back', () => {
    expect(statementOf(small('2026-11-26,R1,5,,x\n2026-11-26,R1,,5,back')).debits).toHaveLength(1);
  });
});

describe('the columns and labels of CSV', () => {
  it('say what is missing', () => {
    expect(faultOf('Account;1\nNgày;Có\n26/11/2026;5\n')).toBe(
      '2:1 columns are missing: Số tham chiếu, Nội dung thanh toán',
    );
    expect(faultOf('Account;1\nNgày;Số CT;Nội dung\n26/11/2026;5;x\n')).toContain('missing: Ghi có');
    expect(faultOf('Ngày;Số CT;Có;Nội dung\n26/11/2026;5;5;x\n')).toContain('there is no account number');
  });

  it('are there once', () => {
    expect(faultOf(small('2026-11-26,R1,5,6,x', 'Date,Reference,Credit,Credit,Details'))).toContain(
      'is there twice',
    );
  });

  it('may name the account and currency in each row, always the same', () => {
    const header = 'Số tài khoản;Ngày;Số CT;Có;Nội dung;Loại tiền';
    const row = (account: string, number: string, money = 'VND') =>
      `${account};26/11/2026;${number};5.000;x;${money}\n`;
    expect(statementOf(`${header}\n${row('12 34', 'a')}${row('1234', 'b')}`).account).toBe('1234');
    expect(faultOf(`${header}\n${row('1234', 'a')}${row('99', 'b')}`)).toContain(
      '3:1 the account “99” is another',
    );
    expect(faultOf(`${header}\n${row('1234', 'a', 'USD')}`)).toContain('2:27 the currency “USD” is not VND');
    expect(faultOf(`Loại tiền: EUR\n${header}\n${row('1', 'a')}`)).toContain('1:1 the currency');
  });

  it('hold the balances against the entries', () => {
    expect(faultOf(csv.replace('kỳ;1.150.000', 'kỳ;1.150.001'))).toContain(
      'the closing balance is told as 1150001, but opening plus credits less debits is 1150000',
    );
    expect(faultOf(csv.replace('1;26/11/2026;KB0001;;50.000', '1;26/11/2026;KB0001;;50.001'))).toContain(
      'is 1150001',
    );
  });
});

describe('any CSV', () => {
  it('gives a statement or faults, and throws nothing', () => {
    const piece = fc.constantFrom(
      ...csv.split(/(?<=[;\n"])/),
      '"',
      ';',
      ',',
      '\n',
      '\r',
      '-',
      '1.5',
      '\uFEFF',
      'đ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const { statement, faults } = read(pieces.join(''));
        expect((statement === undefined) !== (faults === undefined)).toBe(true);
        if (faults) expect(faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it('reads back what was written', () => {
    const entries = fc.uniqueArray(
      fc.record({
        reference: fc.stringMatching(/^[A-Z0-9]{1,20}$/),
        amount: fc.integer({ min: 1, max: 1_000_000_000_000 }),
        purpose: fc.string().filter(text => !/\0/.test(text.toWellFormed())),
        debit: fc.boolean(),
      }),
      { selector: ({ reference }) => reference, minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(entries, fc.constantFrom(',', ';', '\t'), (written, separator) => {
        const rows = written.map(({ reference, amount, purpose, debit }) => {
          const quoted = `"${purpose.toWellFormed().replaceAll('"', '""')}"`;
          return ['26/11/2026', reference, debit ? '' : amount, debit ? amount : '', quoted].join(separator);
        });
        const header = ['Ngày', 'Số CT', 'Có', 'Nợ', 'Nội dung'].join(separator);
        const { credits, debits } = statementOf(`Tài khoản${separator}1\n${header}\n${rows.join('\n')}`);
        const back = [...credits, ...debits].map(({ reference, amount, purpose, direction }) => ({
          reference,
          amount,
          purpose,
          debit: direction === 'debit',
        }));
        const sorted = (list: readonly { reference: string }[]) =>
          list.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
        expect(sorted(back)).toEqual(
          sorted(written.map(one => ({ ...one, purpose: one.purpose.toWellFormed() }))),
        );
      }),
    );
  });
});
