import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedResultNumber } from '../../../schemas/codes/result-number.ts';
import { readTypedAgencyCode } from '../../../schemas/codes/typed-agency-code.ts';
import { readTypedDossierCode } from '../../../schemas/codes/typed-dossier-code.ts';
import { readTypedProcedureCode } from '../../../schemas/codes/typed-procedure-code.ts';
import { readTypedTaskId } from '../../../schemas/dossier/typed-task-id.ts';

const CODE = 'H44.101-261121-0001';
const wrong = (read: ReturnType<typeof readTypedDossierCode>) =>
  'wrong' in read ? read.wrong.en : undefined;

describe('a dossier code as people type it', () => {
  test.each([
    'h44.101-261121-0001',
    '  H44.101-261121-0001\t',
    'H44.101–261121–0001',
    'H44.101−261121-0001',
    'H44.101 - 261121 - 0001',
    'H44.101 261121 0001',
    'H44101-261121-0001',
    'H44101 261121 0001',
    'H441012611210001',
    'H44.101_261121/0001',
    'H44-101-261121-0001',
    '\u200bH44.101-261121-0001\u200b',
    '“H44.101-261121-0001”.',
    'Ｈ４４．１０１－２６１１２１－０００１',
  ])('%j', typed => {
    expect(readTypedDossierCode(typed)).toEqual({ code: CODE });
  });

  test.each([
    ['0000001h44-250701-0001', '000.00.01.H44-250701-0001'],
    ['g0920-20260609-0092637', 'G09.20-20260609-0092637'],
    ['H44-261121-9999', 'H44-261121-9999'],
    ['h44 261121 9999', 'H44-261121-9999'],
    ['H44.1012-261121-0001', 'H44.10.12-261121-0001'],
  ])('%j is %s', (typed, code) => {
    expect(readTypedDossierCode(typed)).toEqual({ code });
  });

  test.each([
    [
      'H44.10101-261121-0001',
      'without its dots and dashes it may be H44.10.101-261121-0001 or H44.101.01-261121-0001',
    ],
    [
      'H44.101-260230-0001',
      'the date in the dossier code does not exist: it is year, month and day, such as 261121',
    ],
    [
      'H44.101-261121-001',
      'the serial number at the end of the dossier code is invalid: 4 digits (6 or 7 in codes of ministries), from 0001',
    ],
    [
      'H44.101-261121-0000',
      'the serial number at the end of the dossier code is invalid: 4 digits (6 or 7 in codes of ministries), from 0001',
    ],
    [
      'Z44.101-261121-0001',
      'the beginning of the dossier code must be an agency code such as H44 or H44.101',
    ],
    ['H44.1-261121-0001', 'the beginning of the dossier code must be an agency code such as H44 or H44.101'],
    ['', 'a dossier code looks like H44.101-261121-0001: agency code, date, serial number within the day'],
    [
      'nguyễn văn an',
      'a dossier code looks like H44.101-261121-0001: agency code, date, serial number within the day',
    ],
    [
      'H44.101-261121-0001.t1',
      'the serial number at the end of the dossier code is invalid: 4 digits (6 or 7 in codes of ministries), from 0001',
    ],
  ])('%j is refused, saying what is wrong', (typed, why) => {
    expect(wrong(readTypedDossierCode(typed))).toBe(why);
  });

  test('never the code of another dossier, whatever is left out of it', () => {
    const digits = (length: number, from = 0) =>
      fc.integer({ min: from, max: 10 ** length - 1 }).map(n => String(n).padStart(length, '0'));
    const groups = fc.array(fc.oneof(digits(2), digits(3)), { maxLength: 4 });
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map(date => date.toISOString().slice(0, 10).replaceAll('-', ''));
    const end = fc.oneof(
      fc.tuple(
        day.map(text => text.slice(2)),
        fc.oneof(digits(4, 1), digits(6, 1), digits(7, 1)),
      ),
      fc.tuple(day, digits(7, 1)),
    );
    fc.assert(
      fc.property(groups, end, fc.infiniteStream(fc.nat({ max: 9 })), (parts, [date, number], random) => {
        const code = `${['H44', ...parts].join('.')}-${date}-${number}`;
        const draw = () => random.next().value ?? 0;
        expect(readTypedDossierCode(code)).toEqual({ code });
        const typed = code
          .replace(/[.-]/g, sign => (draw() < 3 ? '' : draw() < 3 ? ' ' : sign))
          .toLowerCase();
        const read = readTypedDossierCode(typed);
        if ('code' in read) expect(read.code, typed).toBe(code);
        else expect(read.wrong.en, typed).toContain('it may be');
      }),
      { numRuns: 1000, seed: 12 },
    );
  });
});

describe('other codes as people type them', () => {
  test.each([
    'h44.101-kq2026-000001',
    ' H44.101–KQ2026–000001 ',
    'H44101KQ2026000001',
    'h44 101 kq2026 000001',
    'H44.101-KQ2026-000001.',
  ])('the number of a result: %j', typed => {
    expect(readTypedResultNumber(typed)).toEqual({ code: 'H44.101-KQ2026-000001' });
  });

  test('a number of no result says how they look', () => {
    for (const typed of ['', 'KQ2026-000001', 'H44.101-2026-000001', CODE, 'H44.101-KQ26-000001'])
      expect(wrong(readTypedResultNumber(typed)), typed).toContain('looks like H44.101-KQ2026-000001');
    expect(wrong(readTypedResultNumber('H4410101-KQ2026-000001'))).toContain('it may be');
  });

  test.each([
    ['h44101', 'H44.101'],
    [' H44 . 101 ', 'H44.101'],
    ['H44', 'H44'],
    ['H44.A1', 'H44.A1'],
  ])('an agency: %j', (typed, code) => {
    expect(readTypedAgencyCode(typed)).toEqual({ code });
  });

  test.each(['1.001193', '1001193', ' 1 001193', '1,001193', '1.001193.000.00.00.H44', '1.001193.h44'])(
    'a procedure: %j',
    typed => {
      expect(readTypedProcedureCode(typed)).toEqual({ code: '1.001193' });
    },
  );

  test.each(['h44.101-261121-0001.T3', 'H44101 261121 0001 t3', ' H44.101–261121–0001.t3 '])(
    'a task: %j',
    typed => {
      expect(readTypedTaskId(typed)).toEqual({ code: `${CODE}.t3` });
    },
  );

  test('none of them is a text without one', () => {
    for (const typed of ['', '…', 'x', 'H44.']) {
      for (const read of [readTypedAgencyCode, readTypedProcedureCode, readTypedTaskId])
        expect('wrong' in read(typed) || typed === 'H44.', `${read.name} ${typed}`).toBe(true);
    }
  });
});
