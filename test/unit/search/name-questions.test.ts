import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earlierTerms } from '../../../functions/domain/search/earlier-terms.ts';
import { fold, wordsInOrder } from '../../../functions/domain/search/fold.ts';
import { nameQuestions } from '../../../functions/domain/search/name-questions.ts';
import { nameTerms, type SearchTerm, termsOf } from '../../../functions/domain/search/search-terms.ts';

/** Whether a name that was written with these terms is found by a text, whichever of its questions finds it. */
function finds(terms: readonly SearchTerm[], text: string): boolean {
  return nameQuestions(text).some(({ term, beside }) =>
    terms.some(one => one.term === term && beside.every(word => one.words?.includes(word))),
  );
}

const person = (name: string) => ({ kind: 'person' as const, name, identityNumber: '025090000001' });

const WORDS = [
  'Công',
  'ty',
  'TNHH',
  'Một',
  'thành',
  'viên',
  'Thương',
  'mại',
  'Dịch',
  'vụ',
  'Xuất',
  'nhập',
  'khẩu',
  'A1',
  '789',
  'Đắk',
  'Ƀyă',
  'Mŭl',
  'H2O',
  'Xanh',
  'Ðạt',
  'Hoàng',
  'Long',
];

describe('what is looked for', () => {
  test('any words of a name of any length find it, in any order, with or without diacritics', () => {
    const words = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(words, fc.infiniteStream(fc.nat()), fc.boolean(), (name, random, plain) => {
        const next = () => random.next().value ?? 0;
        const some = name.filter(() => next() % 3 === 0).sort(() => (next() % 2) - 0.5);
        const asked = (some.length > 0 ? some : name.slice(0, 1)).join(' ');
        expect(finds(nameTerms(name.join(' ')), plain ? fold(asked) : asked), asked).toBe(true);
        expect(finds(nameTerms(name.join(' ')), `${asked} Nguyễn`)).toBe(false);
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  test.each([
    ["H'Hen Niê", 'hhen nie'],
    ["H'Hen Niê", 'HʼHen'],
    ["H'Hen Niê", 'h hen nie'],
    ['HHen Niê', "H'Hen Niê"],
    ["K'Brêu", 'kbreu'],
    ["H'Hen Êban Mlô", 'hhen mlo'],
    ["Y' Thĭnh", 'Y Thinh'],
    ['Y Thĭnh Ƀyă', 'ythinh bya'],
    ['Nguyễn Ðạt', 'dat'],
    ['Nguyễn Đạt', 'Ɖạt'],
  ])('%s is found by %s', (name, asked) => {
    expect(finds(nameTerms(name), asked)).toBe(true);
  });

  test('a name with one reading is asked for once', () => {
    expect(nameQuestions('Nguyễn Văn An').filter(({ among }) => among === 'allWords')).toHaveLength(1);
    expect(nameQuestions('Phạm Thị Trang Nhung').filter(({ among }) => among === 'allWords')).toHaveLength(1);
  });

  test('long names have no more terms than they had by the earlier folding', () => {
    for (let length = 5; length <= WORDS.length; length++) {
      const name = WORDS.slice(0, length).join(' ');
      const organization = { kind: 'organisation' as const, name, taxCode: '2600108626' };
      expect(termsOf(organization).length, name).toBeLessThanOrEqual(earlierTerms(organization).length);
    }
  });
});

describe('what an earlier folding wrote', () => {
  test.each([
    ['Nguyễn Văn An', 'van an'],
    ['Ðạt', 'Ðạt'],
    ['Y Thĭnh Ƀyă', 'Ƀyă'],
    ['HʼHen', 'HʼHen'],
    ['Công ty cổ phần Chè Phú Thọ Hoàng Long', 'chè hoàng long'],
    ['Công ty cổ phần Chè Phú Thọ Hoàng Long', 'phần'],
  ])('of %s is still found by %s', (name, asked) => {
    expect(finds(earlierTerms(person(name)), asked)).toBe(true);
  });

  test('is the same for most names', () => {
    const name = 'Nguyễn Thị Thu Hà';
    expect(earlierTerms(person(name))).toEqual(termsOf(person(name)));
    expect(wordsInOrder(name)).toEqual(['nguyen', 'thi', 'thu', 'ha']);
  });
});
