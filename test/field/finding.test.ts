import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../functions/domain/search/fold.ts';
import { readSearch } from '../../functions/domain/search/read-search.ts';
import { nameTerms } from '../../functions/domain/search/search-terms.ts';

const sight = { units: ['H44.101', 'H44.130'], today: '2026-11-26' };

/** Whether an applicant of this name is found by what an officer typed into the search box. */
function finds(name: string, typed: string): boolean {
  const terms = nameTerms(name);
  return readSearch(typed, sight).names.some(({ term, beside }) =>
    terms.some(one => one.term === term && beside.every(word => one.words?.includes(word))),
  );
}

describe('meilisearch/charabia#257, 1ec5/avim#34: letters that do not decompose, and Ð that looks like Đ', () => {
  test.each([
    ['Nguyễn Ðạt', 'nguyen dat'],
    ['Nguyễn Ðạt', 'Đạt'],
    ['Nguyễn Ɖạt', 'đạt nguyễn'],
    ['Y Thĭnh Ƀyă', 'y thinh bya'],
    ['Łukasz Nowak', 'lukasz'],
    ['Søren Ærø', 'soren aero'],
    ['Jürgen Weiß', 'weiss jurgen'],
    ['Işıl Yıldız', 'isil yildiz'],
    ['HʼHen Niê', "H'Hen Niê"],
    ['HʼHen Niê', 'hhen nie'],
  ])('%s is found by %s', (name, typed) => {
    expect(finds(name, typed)).toBe(true);
  });
});

describe('coder13/Competitor-groups#39: what the reader sees alike is searched alike', () => {
  test('in names and in queries, both ways', () => {
    expect(wordsOf('Ðặng ĐẶNG Ɖặng')).toEqual(['dang']);
  });
});

describe('mcneilco/acas#572, bcgov/entity#4625: a name that begins like an identifier is still a name', () => {
  test.each([
    ['A1 Phú Thọ', 'A1 Phú Thọ'],
    ['B2 Logistics', 'B2 Logistics'],
    ['H2O Xanh', 'h2o xanh'],
    ['H2O Xanh', 'H2O'],
    ['Công ty TNHH T2 Việt Nam', 'T2 Việt Nam'],
    ['Công ty TNHH T2 Việt Nam', 'T2'],
    ['Xí nghiệp 207', '207'],
  ])('%s is found by %s', (name, typed) => {
    expect(finds(name, typed)).toBe(true);
  });

  test('and a code, or part of one, is still read as that', () => {
    expect(readSearch('H44.101-261121-0001', sight).names).toEqual([]);
    expect(readSearch('H44.101-2611', sight).code.spans).not.toEqual([]);
    expect(readSearch('H44.101-2611', sight).names).toEqual([]);
  });
});

describe('VietOpenCPS/opencps-v2#1372, VietOpenCPS/opencps#1086: part of a code is enough', () => {
  const code = 'H44.130-261126-0001';
  test.each([
    '0001',
    '261126-0001',
    '1126-0001',
    'h44.130-261126-0001',
    'H441302611260001',
    'H44.130–261126–0001',
  ])('%s', typed => {
    expect(readSearch(typed, sight).code.codes).toContain(code);
  });

  test.each(['261126', 'H44130', 'h44.130', '261126-00'])('%s names days to look through', typed => {
    expect(readSearch(typed, sight).code.spans.length).toBeGreaterThan(0);
  });
});

describe('a firm of eight words and more is found by any of them', () => {
  const firm = 'Công ty cổ phần đầu tư và xây dựng hạ tầng Hoàng Long';
  test.each([
    'cong ty',
    'công ty',
    'cổ phần',
    'đầu tư xây dựng',
    'hạ tầng hoàng long',
    'ty',
    'hoang long cong ty',
  ])('%s', typed => {
    expect(finds(firm, typed)).toBe(true);
  });
});

describe('tine20#5006, owncloud/core#31544: names as Macs write them, letters and marks apart', () => {
  test.each([
    ['Nguyễn Thị Hưởng'.normalize('NFD'), 'Nguyễn Thị Hưởng'],
    ['Nguyễn Thị Hưởng', 'Nguyễn Thị Hưởng'.normalize('NFD')],
    ['Nguyễn Thị Hưởng'.normalize('NFD'), 'huong nguyen'],
  ])('%s is found by %s', (name, typed) => {
    expect(finds(name, typed)).toBe(true);
  });
});
