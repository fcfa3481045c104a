import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dossiersIn } from '../../../functions/domain/money/bank-transfers/dossiers-in.ts';
import { purposeOf } from '../../../functions/domain/money/bank-transfers/purpose-of.ts';
import { paymentReference } from '../../../functions/domain/money/references.ts';
import { readDossierCode } from '../../../schemas/codes/dossier-code.ts';

const CODE = 'H44.101-261121-0001';

describe('a dossier in the purpose of a transfer', () => {
  test.each([
    CODE,
    'H44 101 261121 0001',
    'h44101 261121 0001 nop phi',
    'Nộp lệ phí hồ sơ H44.101–261121–0001, Nguyễn Văn An',
    'MBVCB.1234567890.H44 101 261121 0001.CT tu 0011001932418 NGUYEN VAN AN',
    'CT DEN:133T26B0 H441012611210001 FT26326123456',
    'CUSTOMER H44101261121 0001-261121-11:14:56 123456',
    'NDH44.101-261121-0001NOPPHI',
    'H44.101 - 261121 - 0001 0912345678',
    'TKThe :0011, tai VCB. H44 101 2611 21 0001 -CTLNHIDI000',
    'Ｈ４４．１０１-261121-0001',
    'IBFT H44101261121000 1',
  ])('%j', purpose => {
    expect(dossiersIn(purpose)).toEqual([CODE]);
  });

  test.each([
    ['000.00.01.H44-250701-0001 nop phi', ['000.00.01.H44-250701-0001']],
    ['NOP PHI 000 00 01 H44 250701 0001', ['000.00.01.H44-250701-0001']],
    ['G09.20-20260609-0092637', ['G09.20-20260609-0092637']],
    ['g0920 20260609 0092637', ['G09.20-20260609-0092637', 'G09.20.20-260609-0092637']],
    ['H44.101-261121-0001 va H44101-261121-0002', [CODE, 'H44.101-261121-0002']],
    ['H44.101-261121-0001, H44.101-261121-0001', [CODE]],
    ['H44 10101 261121 0001', ['H44.10.101-261121-0001', 'H44.101.01-261121-0001']],
  ])('%j names %j', (purpose, codes) => {
    expect([...dossiersIn(purpose)].sort()).toEqual(codes);
  });

  test.each([
    '',
    'Nguyen Van An chuyen tien',
    'ung ho lu lut',
    'H44.101-260230-0001',
    'H44.101-261121-0000',
    'H44.101-261121-001',
    'H44.101-261121',
    'MBVCB.1234567890.0912345678.CT tu 0011001932418',
    'TT hoa don 261121 0001',
  ])('%j names none', purpose => {
    expect(dossiersIn(purpose)).toEqual([]);
  });

  test('a text of any length is read at once', () => {
    expect(dossiersIn(`H44${'1'.repeat(1_000_000)}`).length).toBeLessThanOrEqual(50);
    expect(dossiersIn('H44.101-261121-0001 '.repeat(100_000))).toEqual([CODE]);
  });
});

const digits = (length: number, least = 0) =>
  fc.integer({ min: least, max: 10 ** length - 1 }).map(number => String(number).padStart(length, '0'));
const date = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(day => day.toISOString().slice(2, 10).replaceAll('-', ''));
const top = fc.tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXY'), digits(2)).map(parts => parts.join(''));
const agency = (most: number) =>
  fc
    .tuple(top, fc.array(fc.oneof(digits(2), digits(3)), { maxLength: most }))
    .map(([first, groups]) => [first, ...groups].join('.'));
const ours = fc.tuple(agency(2), date, digits(4, 1)).map(parts => parts.join('-'));
const old = fc
  .tuple(digits(3), digits(2), digits(2), top, date, digits(4, 1))
  .map(([a, b, c, first, day, number]) => `${a}.${b}.${c}.${first}-${day}-${number}`);
const ministry = fc
  .tuple(agency(1), date, digits(7, 1))
  .map(([unit, day, number]) => `${unit}-20${day}-${number}`);
const anyCode = fc.oneof(ours, old, ministry);

describe('for every code', () => {
  test('its purpose fits into a QR code and reads back', () => {
    fc.assert(
      fc.property(anyCode, code => {
        expect(readDossierCode(code)).toBeDefined();
        const purpose = purposeOf(code) ?? '';
        expect(purpose).toMatch(/^[A-Z0-9 ]{1,25}$/);
        expect(dossiersIn(purpose)).toEqual([code]);
      }),
    );
  });

  test('deeper codes lose blanks first, and are among what is read', () => {
    fc.assert(
      fc.property(fc.tuple(agency(5), date, digits(4, 1)), parts => {
        const code = parts.join('-');
        const purpose = purposeOf(code);
        if (purpose === undefined) expect(code.replaceAll(/[.-]/g, '').length).toBeGreaterThan(25);
        else expect(dossiersIn(purpose)).toContain(code);
      }),
    );
  });

  test('it is found however its signs are lost, and whatever words are around it', () => {
    const separator = fc.constantFrom('', ' ', '.', '-', ' - ', '_', '/');
    const words = fc.constantFrom('', 'CT DEN ', 'nop phi ', 'MBVCB.', 'Nguyễn Văn Ất: ');
    const after = fc.constantFrom('', ' nop le phi', '.CT', ' NGUYEN VAN AN', ', xin cam on');
    fc.assert(
      fc.property(ours, separator, words, after, fc.boolean(), (code, sign, left, right, small) => {
        const typed = code.replaceAll(/[.-]/g, sign);
        const purpose = `${left}${small ? typed.toLowerCase() : typed}${right}`;
        expect(dossiersIn(purpose)).toContain(code);
      }),
    );
  });

  test('what is told are codes, each once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'HG0126. -'), maxLength: 60 }), text => {
        const codes = dossiersIn(text);
        expect(new Set(codes).size).toBe(codes.length);
        for (const code of codes) expect(readDossierCode(code)).toBeDefined();
      }),
    );
  });
});

test('a reference is short, in capitals, the same for an id and of no other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(paymentReference(one)).toMatch(/^[A-Z0-9]{28}$/);
      expect(paymentReference(one) === paymentReference(other)).toBe(one === other);
    }),
  );
});
