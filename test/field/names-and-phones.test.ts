import { describe, expect, test } from 'vitest';
import { readSearch } from '../../functions/domain/search/read-search.ts';
import { phoneTerm } from '../../functions/domain/search/search-terms.ts';
import { personName } from '../../schemas/codes/person-name.ts';
import { phoneNumber } from '../../schemas/codes/phone-number.ts';

describe('codeforamerica/sebt-self-service-portal#322, MIT-LCP/physionet-build#1972: apostrophes and blanks that word processors put', () => {
  test.each([
    ['H’Hen Niê', 'H’Hen Niê'],
    ['H‘Hen Niê', 'H’Hen Niê'],
    ['HʼHen Niê', 'HʼHen Niê'],
    ['Nguyễn\u00a0Văn\u00a0An', 'Nguyễn Văn An'],
    ['Jean\u2011Luc', 'Jean-Luc'],
  ])('%j is taken', (typed, kept) => {
    expect(personName.parse(typed)).toBe(kept);
  });
});

describe('opencrvs/opencrvs-core#5127: a name is refused by the character that is wrong', () => {
  test('and by its place', () => {
    const message = personName.safeParse('Nguyễn Văn An★').error?.issues[0]?.message;
    expect(message).toContain('position 14: “★” (U+2605)');
  });
});

describe('demarche-numerique#561, raksha-life/rescuekerala#841, govuk-one-login/authentication-frontend#535: foreign numbers', () => {
  test.each([
    ['+1 (415) 555-2671', '+14155552671'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['00 91 98765 43210', '+919876543210'],
    ['84912345678', '+84912345678'],
    ['0912 345 678', '+84912345678'],
    ['+840912345678', '+84912345678'],
  ])('%s is taken', (typed, kept) => {
    expect(phoneNumber.parse(typed)).toBe(kept);
    expect(readSearch(typed, { units: [], today: '2026-11-26' }).numbers).toContainEqual({
      term: phoneTerm(kept),
      what: 'phone',
    });
  });

  test('and however it was typed, 0912345678 finds it', () => {
    for (const typed of ['+840912345678', '84912345678', '0912 345 678', '0912.345.678'])
      expect(phoneTerm(phoneNumber.parse(typed))).toBe(phoneTerm('0912345678'));
  });
});
