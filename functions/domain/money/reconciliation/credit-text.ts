import type { StatementLine } from '../statements/statement.ts';

/** Shorter codes are found by chance in any text. */
const SHORTEST = 6;

const wordsIn = (text: string): string[] =>
  text
    .normalize('NFC')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '');

/**
 * The text of a credit in words. A line end of a purpose may stand in the middle of a code, where the bank broke it, or
 * between two: both are read.
 */
export function creditWords({ reference, purpose }: StatementLine): string[][] {
  const whole = [reference, purpose].join(' ');
  const ways = purpose.includes('\n') ? [whole, whole.replaceAll('\n', '')] : [whole];
  return ways.map(wordsIn);
}

/** Things by a code, to be found in the text of credits. */
export interface CodeIndex<Thing> {
  /** Those whose code a credit names, by code. */
  named(credit: StatementLine): Map<string, Thing[]>;
}

/** Finds codes of any punctuation, whole words only; a short one is only known as the whole reference of a credit. */
export function codeIndex<Thing>(
  things: readonly Thing[],
  codesOf: (thing: Thing) => string[],
): CodeIndex<Thing> {
  const byCode = new Map<string, Set<Thing>>();
  const byFirst = new Map<string, Set<string>>();
  for (const thing of things)
    for (const code of codesOf(thing)) {
      const words = wordsIn(code);
      const [first] = words;
      if (first === undefined) continue;
      const whole = words.join(' ');
      byCode.set(whole, (byCode.get(whole) ?? new Set()).add(thing));
      if (words.join('').length >= SHORTEST) byFirst.set(first, (byFirst.get(first) ?? new Set()).add(whole));
    }
  return {
    named(credit) {
      const found = new Map<string, Thing[]>();
      const take = (code: string) => {
        const named = byCode.get(code);
        if (named) found.set(code, [...named]);
      };
      take(wordsIn(credit.reference).join(' '));
      for (const words of creditWords(credit))
        for (const [at, word] of words.entries())
          for (const code of byFirst.get(word) ?? [])
            if (words.slice(at, at + code.split(' ').length).join(' ') === code) take(code);
      return found;
    },
  };
}
