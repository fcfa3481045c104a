import { describe, expect, test } from 'vitest';
import { readCodePart } from '../../../functions/domain/search/code-part.ts';
import { readSearch } from '../../../functions/domain/search/read-search.ts';

const units = ['H44.101', 'H44.102', 'H44.1'];
const today = '2026-11-23';
const read = (text: string, sight = units) => readCodePart(text, sight, today);

describe('part of a dossier code', () => {
  test.each(['H44.101-261121-0001', 'h44.101-261121-0001', 'H441012611210001', ' H44101 261121 0001 '])(
    '%s is the whole code',
    text => {
      expect(read(text).codes).toContain('H44.101-261121-0001');
    },
  );

  test('the code of another system is looked up as it is', () => {
    expect(read('000.00.01.H44-250701-0001').codes).toContain('000.00.01.H44-250701-0001');
  });

  test('day and number are tried with every agency in sight', () => {
    const wanted = units.map(unit => `${unit}-261121-0007`);
    for (const text of ['261121-0007', '2611210007']) expect(read(text).codes).toEqual(wanted);
    expect(read('261121-0007', ['H44.101']).codes).toEqual(['H44.101-261121-0007']);
  });

  test('a number is tried on the newest days, the end of a day on those of the last year', () => {
    const { codes } = read('0007', ['H44.101']);
    expect(codes).toHaveLength(300);
    expect(codes.slice(0, 2)).toEqual(['H44.101-261123-0007', 'H44.101-261122-0007']);
    expect(read('1121-0007', ['H44.101']).codes).toEqual(['H44.101-261121-0007']);
    expect(read('21-0007', ['H44.101']).codes.slice(0, 2)).toEqual([
      'H44.101-261121-0007',
      'H44.101-261021-0007',
    ]);
  });

  test('never more than three hundred codes are tried, however many agencies there are', () => {
    const many = Array.from({ length: 160 }, (_, index) => `H44.${200 + index}`);
    expect(read('0007', many).codes).toHaveLength(160);
    expect(read('0007', many).codes[0]).toBe('H44.200-261123-0007');
  });

  test.each([
    ['H44.101', [{ unit: 'H44.101', from: '2000-01-01', to: today, number: '' }]],
    ['H44.101-26', [{ unit: 'H44.101', from: '2026-01-01', to: '2026-12-31', number: '' }]],
    ['H44.101-261', [{ unit: 'H44.101', from: '2026-10-01', to: '2026-12-31', number: '' }]],
    ['H44.101-2602', [{ unit: 'H44.101', from: '2026-02-01', to: '2026-02-28', number: '' }]],
    ['H44.101-26112', [{ unit: 'H44.101', from: '2026-11-20', to: '2026-11-29', number: '' }]],
    ['H44.101-26023', []],
    ['H44.101-261121-00', [{ unit: 'H44.101', from: '2026-11-21', to: '2026-11-21', number: '00' }]],
  ])('%s names days to look through', (text, spans) => {
    expect(read(text, ['H44.101']).spans).toEqual(spans);
  });

  test('a day without an agency is looked through in all that is in sight', () => {
    expect(read('261121').spans).toEqual([{ unit: null, from: '2026-11-21', to: '2026-11-21', number: '' }]);
  });

  test.each(['H44.101-261399-0001', 'H44.101-260230-0001', 'H99.999-261121-0001x'])(
    '%s names no day there is',
    text => {
      expect(read(text).codes.filter(code => code !== text.toUpperCase())).toEqual([]);
    },
  );

  test('one or two characters are no part of a code', () => {
    expect(read('1')).toEqual({ codes: [], spans: [] });
    expect(read('..--')).toEqual({ codes: [], spans: [] });
  });
});

describe('a text in the search box', () => {
  const sight = { units, today };
  test.each([
    ['025090000001', ['identityNumber']],
    ['2600108626', ['taxCode']],
    ['2600108626-001', ['taxCode']],
    ['0912345678', ['taxCode', 'phone']],
    ['+84 912 345 678', ['phone']],
    ['nguyen van a', []],
  ])('%s may be %j', (text, kinds) => {
    expect(readSearch(text, sight).numbers.map(({ what }) => what)).toEqual(kinds);
  });

  test('letters are a name, unless they begin a code', () => {
    expect(readSearch('Công ty 789', sight).names.length).toBeGreaterThan(0);
    expect(readSearch('H44.101', sight).names).toEqual([]);
    expect(readSearch('0001', sight).names).toEqual([]);
  });

  test('numbers of results and codes of procedures are known by their form', () => {
    expect(readSearch('h44.101-kq2026-000001', sight).resultNumber).toBe('H44.101-KQ2026-000001');
    expect(readSearch('1.004222.000.00.00.H44', sight).procedure).toBe('1.004222');
  });
});
