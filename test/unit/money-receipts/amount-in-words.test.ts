import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInWords } from '../../../functions/domain/money/receipts/amount-in-words.ts';
import { toDong } from '../../../schemas/money/dong.ts';

test.each([
  [0, 'Không đồng'],
  [1, 'Một đồng'],
  [4, 'Bốn đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [11, 'Mười một đồng'],
  [15, 'Mười lăm đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [25, 'Hai mươi lăm đồng'],
  [99, 'Chín mươi chín đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm linh một đồng'],
  [104, 'Một trăm linh bốn đồng'],
  [105, 'Một trăm linh năm đồng'],
  [110, 'Một trăm mười đồng'],
  [111, 'Một trăm mười một đồng'],
  [115, 'Một trăm mười lăm đồng'],
  [121, 'Một trăm hai mươi mốt đồng'],
  [1_000, 'Một nghìn đồng'],
  [1_005, 'Một nghìn không trăm linh năm đồng'],
  [1_015, 'Một nghìn không trăm mười lăm đồng'],
  [75_000, 'Bảy mươi lăm nghìn đồng'],
  [105_000, 'Một trăm linh năm nghìn đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
  [2_021_024, 'Hai triệu không trăm hai mươi mốt nghìn không trăm hai mươi tư đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_001, 'Một tỷ không trăm linh một đồng'],
  [10_500_000_000, 'Mười tỷ năm trăm triệu đồng'],
  [
    999_999_999_999,
    'Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
  ],
  [1_000_000_000_000, 'Một nghìn tỷ đồng'],
])('%i is read as official papers read it', (amount, words) => {
  expect(amountInWords(toDong(amount))).toBe(words);
});

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const WORTH = new Map<string, number>([
  ...DIGITS.map((word, digit) => [word, digit] as const),
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
]);

/** Reads words back by their places, so that no rule of the writing is used. */
function amountOf(words: string): number {
  let [whole, part, digit] = [0, 0, 0];
  for (const word of words.toLowerCase().split(' ').slice(0, -1)) {
    const worth = WORTH.get(word);
    if (worth !== undefined) digit = worth;
    else if (word === 'trăm') [part, digit] = [part + digit * 100, 0];
    else if (word === 'mươi') [part, digit] = [part + digit * 10, 0];
    else if (word === 'mười') part += 10;
    else if (word === 'nghìn') [whole, part, digit] = [whole + (part + digit) * 1_000, 0, 0];
    else if (word === 'triệu') [whole, part, digit] = [whole + (part + digit) * 1_000_000, 0, 0];
    else if (word === 'tỷ') [whole, part, digit] = [(whole + part + digit) * 1_000_000_000, 0, 0];
  }
  return whole + part + digit;
}

test('words say the amount, begin with a capital letter and end with the currency', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), amount => {
      const words = amountInWords(toDong(amount));
      expect(words).toMatch(/^\p{Lu}[\p{Ll} ]* đồng$/u);
      expect(amountOf(words)).toBe(amount);
    }),
    { numRuns: 500 },
  );
});
