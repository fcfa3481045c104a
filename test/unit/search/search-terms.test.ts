import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, wordsOf } from '../../../functions/domain/search/fold.ts';
import { nameQuestions } from '../../../functions/domain/search/name-questions.ts';
import { hasWords, sealTerms } from '../../../functions/domain/search/sealed-terms.ts';
import {
  nameTerm,
  nameTerms,
  pairTerm,
  spelling,
  termsOf,
} from '../../../functions/domain/search/search-terms.ts';

describe('words', () => {
  test.each([
    ['Nguyễn Văn Á', 'nguyen van a'],
    ['ĐẶNG THỊ ĐÀO', 'dang thi dao'],
    ['Nguyễn Văn Á'.normalize('NFD'), 'nguyen van a'],
    ['Hồ Ưng Ơn', 'ho ung on'],
  ])('%s is read as %s', (written, read) => {
    expect(fold(written)).toBe(read);
  });

  test('their order and repetition mean nothing, nor does what is between them', () => {
    expect(wordsOf('Văn  Nguyễn-Văn, An!')).toEqual(['an', 'nguyen', 'van']);
    expect(wordsOf('.*+?^$ {}()|[]\\')).toEqual([]);
  });
});

describe('the terms of a name', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeghik'), minLength: 1, maxLength: 5 });

  test('of up to four words, any of them in any order are one term, graded by what is left out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
        fc.infiniteStream(fc.nat()),
        (words, random) => {
          const chosen = words.filter(() => (random.next().value ?? 0) % 2 === 0).reverse();
          fc.pre(chosen.length > 0);
          const [asked] = nameQuestions(chosen.join(' '));
          const term = nameTerms(words.join(' ')).find(one => one.term === asked?.term);
          expect(term?.grade).toBe(words.length - chosen.length);
        },
      ),
    );
  });

  test('of a longer name the whole, and of its end each word and each two neighbours', () => {
    const terms = nameTerms('Công ty cổ phần đầu tư và xây dựng Hoàng Long');
    expect(terms).toHaveLength(14);
    const found = terms.map(({ term }) => term);
    for (const part of ['long', 'dựng', 'công ty cổ phần đầu tư và xây dựng hoàng long'])
      expect(found, part).toContain(nameTerm(wordsOf(part)));
    for (const pair of ['hoàng long', 'xây dựng', 'tư và'])
      expect(found, pair).toContain(pairTerm(wordsOf(pair)));
  });

  test('of an applicant are never more than a submission has room for', () => {
    const name =
      'Công ty trách nhiệm hữu hạn một thành viên thương mại dịch vụ và xây dựng Hoàng Long Phú Thọ';
    const representative = { name: 'Lê Văn Tám', identityNumber: '025090000001' };
    const firm = {
      kind: 'organisation' as const,
      name,
      taxCode: '2600108626',
      representative,
      phone: '0912345678',
    };
    // The last two, of who represents it, are left out where the transaction has no room for them.
    expect(termsOf(firm).length).toBeLessThanOrEqual(19);
    expect(termsOf({ ...firm, representative: undefined }).length).toBeLessThanOrEqual(17);
    const person = {
      kind: 'person' as const,
      name: 'Lê Thị Thu Hà',
      identityNumber: '025090000001',
      phone: '0912345678',
    };
    expect(termsOf(person).length).toBeLessThanOrEqual(17);
  });

  test('a telephone number is the same with 0 and with +84', () => {
    const person = { kind: 'person' as const, name: 'Lê', identityNumber: '025090000001' };
    const terms = (phone: string) => termsOf({ ...person, phone }).map(({ term }) => term);
    expect(terms('+84912345678')).toEqual(terms('0912345678'));
  });

  test('part of a long name is asked for with the words that must be beside it', () => {
    const besides = (text: string) =>
      nameQuestions(text)
        .filter(({ among }) => among !== 'longNames')
        .map(({ beside }) => beside);
    expect(besides('chè phú thọ hoàng long')).toEqual([[], ['che', 'phu', 'tho'], ['hoang', 'long', 'tho']]);
    expect(besides('hoàng long')).toEqual([[], []]);
  });

  test('a long name is known by its words, without telling them', () => {
    const keyring = { termKey: (term: string) => createHmac('sha256', 'k').update(term).digest('base64url') };
    const firm = {
      kind: 'organisation' as const,
      name: 'Công ty Chè Phú Thọ Hoàng Long',
      taxCode: '2600108626',
    };
    const marks = sealTerms(firm, keyring).terms.flatMap(({ words }) => words ?? []);
    expect(marks).toHaveLength(7);
    expect(hasWords(marks[0] ?? '', ['long', 'hoang', 'che'], keyring)).toBe(true);
    expect(hasWords(marks[0] ?? '', ['long', 'hoang', 'ca'], keyring)).toBe(false);
    expect(marks[0]).toMatch(/^[\w-]{28}$/);
  });

  test('the spelling tells apart what the words do not', () => {
    expect(spelling('Nguyễn Văn Á')).toBe(spelling('Á, nguyễn VĂN'));
    expect(spelling('Nguyễn Văn Á')).not.toBe(spelling('Nguyễn Văn A'));
    expect(spelling('nguyen van a')).toBeUndefined();
  });
});
