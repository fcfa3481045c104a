import { describe, expect, test } from 'vitest';
import { personName } from '../../../schemas/codes/person-name.ts';
import { phoneNumber, readPhoneNumber } from '../../../schemas/codes/phone-number.ts';

describe('telephone numbers', () => {
  test.each([
    '0912345678',
    '+84912345678',
    '+840912345678',
    '84912345678',
    '0084912345678',
    '0912 345 678',
    '0912.345.678',
    '(091) 234–5678',
    '+84 (0) 912 345 678',
    '912345678',
    '０９１２３４５６７８',
    '\u202a0912345678\u202c',
  ])('%s is one', typed => {
    expect(readPhoneNumber(typed)).toBe('+84912345678');
  });

  test.each([
    ['0210 384 6789', '+842103846789'],
    ['+1 415 555 2671', '+14155552671'],
    ['00 856 20 5555 1234', '+8562055551234'],
    ['+855 12 345 678', '+85512345678'],
  ])('%s is %s', (typed, number) => {
    expect(phoneNumber.parse(typed)).toBe(number);
  });

  test.each([
    '',
    '12345',
    '4155552671',
    '0912 345 67',
    '+84 123',
    '0912345678 máy lẻ 12',
    '+1234',
    '+12345678901234567',
  ])('%j is none', typed => {
    expect(phoneNumber.safeParse(typed).success).toBe(false);
  });

  test('what dossiers were kept with can be read for ever', () => {
    expect(phoneNumber.parse('0000000000')).toBe('0000000000');
  });
});

describe('names of persons', () => {
  test.each([
    ['Nguyễn\u00a0Văn  An ', 'Nguyễn Văn An'],
    ['Jean\u2011Claude', 'Jean-Claude'],
    ['H‘Hen Niê', 'H’Hen Niê'],
    ['H`Hen', "H'Hen"],
    ['H’Hen', 'H’Hen'],
    ['HʼHen', 'HʼHen'],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'],
    ['Ravi A/L Muthu', 'Ravi A/L Muthu'],
    ["'Abd al-Rahman", "'Abd al-Rahman"],
    ['王小明', '王小明'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(personName.parse(typed)).toBe(kept);
    expect(personName.parse(kept)).toBe(kept);
  });

  test('what is of no name is refused by its character and place', () => {
    const { error } = personName.safeParse('Nguyễn Văn 3 (An)');
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'contains characters that are not used in names (position 12: “3” (U+0033); position 14: “(” (U+0028); position 17: “)” (U+0029))',
    ]);
    expect(personName.safeParse('-An').success).toBe(false);
  });
});
