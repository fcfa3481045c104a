import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDossierCode, formatResultNumber } from '../../../functions/domain/dossier/number.ts';
import { agencyCode } from '../../../schemas/codes/agency-code.ts';
import { dossierCode, readDossierCode } from '../../../schemas/codes/dossier-code.ts';
import { identityNumber, readIdentityNumber } from '../../../schemas/codes/identity-number.ts';
import { nationalProcedureCode, procedureCode } from '../../../schemas/codes/procedure-code.ts';
import { hasRightCheckDigit, taxCode } from '../../../schemas/codes/tax-code.ts';
import { readTaskId, taskId } from '../../../schemas/dossier/task.ts';

describe('dossier codes', () => {
  test.each([
    ['H44.101-261121-0001', 'H44.101', '2026-11-21', 1],
    ['H44-261121-9999', 'H44', '2026-11-21', 9999],
    ['G22.99.001-240229-000123', 'G22.99.001', '2024-02-29', 123],
    ['000.00.01.H44-250701-0001', '000.00.01.H44', '2025-07-01', 1],
    ['G09.20-20260609-0092637', 'G09.20', '2026-06-09', 92_637],
  ])('%s is read', (code, agency, date, number) => {
    expect(readDossierCode(code)).toEqual({ agency, date, number });
    expect(dossierCode.safeParse(code).success).toBe(true);
  });

  test.each([
    'H44.101-260230-0001',
    'H44.101-251301-0001',
    'H44.101-250229-0001',
    'H44.101-261100-0001',
    'G09.20-20260631-0092637',
    'H44.101-261121-0000',
    'H44.101-261121-001',
    'H44.101-261121-00001',
    'Z44.101-261121-0001',
    'H44.101-261121-0001 ',
    'h44.101-261121-0001',
    'H44.101_261121_0001',
    '',
  ])('%j is none', code => {
    expect(readDossierCode(code)).toBeUndefined();
    expect(dossierCode.safeParse(code).success).toBe(false);
  });

  test('that are given out can be read back', () => {
    const days = fc.date({ min: new Date('2024-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 9999 }), (day, number) => {
        const date = day.toISOString().slice(0, 10);
        const code = formatDossierCode('H44.101', date, number);
        expect(readDossierCode(code)).toEqual({ agency: 'H44.101', date, number });
      }),
    );
  });

  test('end at 9999 a day: the number never wraps', () => {
    expect(() => formatDossierCode('H44.101', '2026-11-21', 10_000)).toThrow('all 9999 dossier numbers');
    expect(formatResultNumber('H44.101', '2026', 1_000_000)).toBe('H44.101-KQ2026-1000000');
  });

  test('carry tasks, by a number from one', () => {
    expect(readTaskId('H44.101-261121-0001.t3')).toEqual({ dossier: 'H44.101-261121-0001', number: 3 });
    for (const text of ['H44.101-261121-0001', 'H44.101-261121-0001.t0', 'H44.101-260230-0001.t1', '.t1']) {
      expect(taskId.safeParse(text).success, text).toBe(false);
    }
  });
});

describe('tax codes', () => {
  const valid = [
    '0100109106',
    '0101243150',
    '0100686209',
    '0300588569',
    '0102325399',
    '0304741634',
    '0312120782',
    '0100112437',
    '0100150619',
    '0301452948',
    '0303217354',
    '0100684378',
  ];

  test.each(valid)('%s has the right check digit, and no other is right', code => {
    expect(taxCode.safeParse(code).success).toBe(true);
    for (let digit = 0; digit <= 9; digit++) {
      const other = `${code.slice(0, 9)}${digit}`;
      expect(hasRightCheckDigit(other)).toBe(other === code);
    }
  });

  test('may have a branch number', () => {
    expect(taxCode.safeParse('0100109106-001').success).toBe(true);
    for (const wrong of [
      '0100109106-000',
      '0100109106-1',
      '0100109107-001',
      '010010910',
      '01001091066',
      '0100109106 ',
    ]) {
      expect(taxCode.safeParse(wrong).success, wrong).toBe(false);
    }
  });
});

describe('identity numbers', () => {
  test('are twelve digits, the first three of a province or a country', () => {
    for (const right of ['001090000001', '025090000001', '096090000001', '101090000001', '999090000001'])
      expect(identityNumber.safeParse(right).success, right).toBe(true);
    for (const wrong of [
      '000090000001',
      '097090000001',
      '25090000001',
      '0250900000011',
      '02509000000a',
      '',
    ]) {
      expect(identityNumber.safeParse(wrong).success, wrong).toBe(false);
    }
  });

  test.each([
    ['025090000001', 'male', 1990],
    ['025190000001', 'female', 1990],
    ['001205000001', 'male', 2005],
    ['001312000001', 'female', 2012],
  ])('%s says %s, %i', (number, gender, yearOfBirth) => {
    expect(readIdentityNumber(number)).toEqual({ gender, yearOfBirth });
  });
});

describe('agency and procedure codes', () => {
  test('of agencies begin with a letter A to Y and two digits', () => {
    for (const code of ['H44', 'H44.101', 'G22.99.001', 'A01.1A'])
      expect(agencyCode.safeParse(code).success, code).toBe(true);
    for (const code of ['Z44', 'H4', 'H44.', 'h44', 'H44..1', `H44.${'1'.repeat(40)}`])
      expect(agencyCode.safeParse(code).success, code).toBe(false);
  });

  test('of procedures are found in their published forms', () => {
    expect(nationalProcedureCode('1.004222.000.00.00.H44')).toBe('1.004222');
    expect(nationalProcedureCode('1.000948.H38')).toBe('1.000948');
    expect(nationalProcedureCode('1.00422')).toBeUndefined();
    expect(procedureCode.safeParse('1.001193').success).toBe(true);
  });
});
