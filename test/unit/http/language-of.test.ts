import { expect, test } from 'vitest';
import { languageOf } from '../../../functions/kernel/http/language-of.ts';

test.each([
  [undefined, 'vi'],
  ['', 'vi'],
  ['vi', 'vi'],
  ['vi-VN', 'vi'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['en-US,en;q=0.9', 'en'],
  ['en-US,en;q=0.9,vi;q=0.8', 'en'],
  ['fr, en;q=0.5', 'en'],
  ['fr, de', 'vi'],
  // Weights out of order, and with blanks.
  ['en;q=0.5, vi;q=0.9', 'vi'],
  ['vi ; q=0.4 , en ; q=0.7', 'en'],
  ['fr;q=1, vi;q=0.2, en;q=0.3', 'en'],
  // Not wanted at all.
  ['en;q=0', 'vi'],
  ['en;q=0, fr', 'vi'],
  ['*', 'vi'],
  ['*;q=0.1, en;q=0.2', 'en'],
  // What is not wanted is not meant by “any other” either.
  ['*, vi;q=0', 'en'],
  ['vi;q=0, *;q=0.3', 'en'],
  ['*, en;q=0', 'vi'],
  // What cannot be read counts for nothing.
  ['en;q=high', 'vi'],
  ['english', 'vi'],
  [`${'fr,'.repeat(1000)}en`, 'vi'],
] as const)('%j asks for %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
