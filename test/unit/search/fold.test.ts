import { describe, expect, test } from 'vitest';
import { fold, foldName, wordsOf } from '../../../functions/domain/search/fold.ts';

/** The blocks of letters that names and documents are written in. */
const LATIN_BLOCKS = [
  ['Latin-1', 0xc0, 0xff],
  ['Extended-A', 0x100, 0x17f],
  ['Extended-B', 0x180, 0x24f],
  ['IPA', 0x250, 0x2af],
  ['Phonetic', 0x1d00, 0x1dbf],
  ['Additional', 0x1e00, 0x1eff],
  ['Extended-C', 0x2c60, 0x2c7f],
  ['Extended-D', 0xa720, 0xa7ff],
  ['Extended-E', 0xab30, 0xab6f],
] as const;

const lettersOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).filter(letter =>
    /\p{Script=Latin}/u.test(letter),
  );

describe('letters', () => {
  test.each(LATIN_BLOCKS)(
    'of %s are read as plain ones, in either case and taken apart or not',
    (_, from, to) => {
      const letters = lettersOf(from, to);
      expect(letters.length).toBeGreaterThan(20);
      for (const letter of letters) {
        const read = fold(letter);
        expect(read, letter).toMatch(/^('?[a-z0-9]+'?|')$/);
        for (const same of [
          letter.toUpperCase(),
          letter.toLowerCase(),
          letter.normalize('NFD'),
          letter.normalize('NFC'),
        ])
          expect(fold(same), `${letter} as ${same}`).toBe(read);
        expect(fold(read)).toBe(read);
      }
    },
  );

  test.each([
    ['Đạt, Ðạt, Ɖạt', ['dat']],
    ['Y Thĭnh Ƀyă Ŏng Mŭl', ['bya', 'mul', 'ong', 'thinh', 'y']],
    ['Łukasz Søren Æsir Weiß Işıl', ['aesir', 'isil', 'lukasz', 'soren', 'weiss']],
    ['Đặng Thị Ánh Tuyết', ['anh', 'dang', 'thi', 'tuyet']],
  ])('%s is %j', (written, words) => {
    expect(wordsOf(written)).toEqual(words);
    expect(wordsOf(written.normalize('NFD'))).toEqual(words);
    expect(wordsOf(written.toUpperCase())).toEqual(words);
  });

  test('whatever stands for an apostrophe parts a name in the same way', () => {
    for (const apostrophe of ["'", '’', '‘', 'ʼ', 'ʻ', '`', '´', '′', '＇', 'ꞌ'])
      expect(wordsOf(`H${apostrophe}Hen Niê`), apostrophe).toEqual(['h', 'hen', 'nie']);
  });

  test('signs between words mean nothing, whatever dash or bracket', () => {
    for (const written of [
      'Chè – Phú Thọ (Hoàng Long)',
      'CHÈ-PHÚ THỌ, HOÀNG LONG',
      'chè\u00a0phú\u2011thọ hoàng\u200blong',
    ])
      expect(foldName(written).replaceAll(' ', ''), written).toBe('chephuthohoanglong');
  });

  test('full-width letters and digits are those of everybody', () => {
    expect(foldName('ＡＢＣ　１２３')).toBe('abc 123');
  });
});

describe('other scripts', () => {
  test.each([
    ['王小明', ['王小明']],
    ['ສົມຈິດ ວົງສາ', ['ວົງສາ', 'ສົມຈິດ']],
    ['សុខ ធីតា', ['ធីតា', 'សុខ']],
    ['Иванов Пётр', ['иванов', 'петр']],
    ['阿不都·热合曼', ['阿不都热合曼']],
  ])('%s stays as it is', (written, words) => {
    expect(wordsOf(written)).toEqual(words);
    expect(wordsOf(written.normalize('NFD'))).toEqual(words);
  });

  test('keep their vowels: two names that differ in these are two', () => {
    expect(foldName('ສິມ')).not.toBe(foldName('ສົມ'));
    expect(foldName('សុខ')).not.toBe(foldName('សូខ'));
  });

  test('may have unseen word bounds', () => {
    expect(foldName('ສົມ\u200bຈິດ')).toBe(foldName('ສົມຈິດ'));
  });
});
