import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNationalCrawlRow } from '../../../functions/features/catalogue/import/read-national-crawl.ts';
import { readOwnRow } from '../../../functions/features/catalogue/import/read-own.ts';
import { readJsonBody } from '../../../functions/kernel/http/parse-request.ts';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { taskOperations } from '../../../schemas/api/operations/tasks.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import {
  fileNameLine,
  normalizeText,
  oneLine,
  publishedLine,
  publishedLines,
  severalLines,
  soughtLine,
} from '../../../schemas/text.ts';
import { needlessCharacters, refusalOf } from '../../../schemas/text-faults.ts';

const read = (body: unknown) =>
  readJsonBody(
    { body: JSON.stringify(body), headers: {}, isBase64Encoded: false } as never,
    taskOperations.decideTask,
  );

function refusedAt(body: unknown): string[] {
  try {
    read(body);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.faults.map(
      ({ pointer, message }) => `${pointer} ${typeof message === 'string' ? message : message.vi}`,
    );
  }
}

describe('a text is kept composed', () => {
  test.each([
    ['decomposed', 'Đồng ý'.normalize('NFD'), 'Đồng ý'],
    [
      'as code page 1258 has it: composed base, combining tone',
      'Đô\u0300ng y\u0301, đươ\u0323c',
      'Đồng ý, được',
    ],
    ['tones of their own code', 'Đô\u0340ng y\u0341', 'Đồng ý'],
    ['tone typed before the circumflex or breve', 'Ca\u0301\u0302p ba\u0300\u0306ng', 'Cấp bằng'],
    ['line ends of every system', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['letters joined in print', 'ﬁnh oﬃce', 'finh office'],
    ['the emoji look of a sign', '\u2611\uFE0F xong', '\u2611 xong'],
    ['marks that do not compose stay where they are', 'ê\u0306 ô\u0306 ƀ', 'ê\u0306 ô\u0306 ƀ'],
  ])('%s', (_, given, kept) => {
    expect(normalizeText(given)).toBe(kept);
    expect(needlessCharacters(given)).toEqual([]);
  });

  test('whatever it is, keeping it twice is keeping it once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), given => {
        const kept = normalizeText(given);
        expect(normalizeText(kept)).toBe(kept);
        expect(kept).toBe(kept.normalize('NFC'));
      }),
      { seed: 12, numRuns: 2000 },
    );
  });

  test('a file has a name and no path', () => {
    const name = fileNameLine(1, 200);
    for (const path of ['../../etc/passwd', 'a/b.pdf', 'C:\\fakepath\\a.pdf', '..', '.'])
      expect(name.safeParse(path).success).toBe(false);
    expect(name.parse(' Đơn\nxin phép.v1..pdf '.normalize('NFD'))).toBe('Đơn xin phép.v1..pdf');
  });

  test('what was published before these kinds is still read: a blank name, one that is long enough with its blanks', () => {
    expect(publishedLine(1, 10).parse(' ')).toBe(' ');
    expect(publishedLine(2, 10).parse('A ')).toBe('A ');
    expect(publishedLine(2, 10).parse('  Sở\tY tế\n')).toBe('Sở Y tế');
    expect(publishedLines(1, 20).parse('a \nb\n')).toBe('a\nb');
  });

  test('what is looked for is read forgivingly', () => {
    expect(soughtLine(1, 20).parse(' H44.101\u200B-261123\u202C\n-0001 ')).toBe('H44.101-261123 -0001');
  });

  test('one line and several', () => {
    expect(oneLine(1, 20).parse('  Công ty\t A\n B ')).toBe('Công ty A B');
    expect(severalLines(1, 40).parse('\n\tĐiều 1. \r\n\t\tĐiều 2.\t\n\n')).toBe('\tĐiều 1.\n\t\tĐiều 2.');
    expect(severalLines(1, 20).safeParse('\t \n').success).toBe(false);
  });
});

describe('what no text needs is refused', () => {
  test.each([
    ['\u0000', 'U+0000 NULL'],
    ['\u000B', 'U+000B LINE TABULATION'],
    ['\u0007', 'U+0007 BELL'],
    ['\u0090', 'U+0090 control'],
    ['\u202E', 'U+202E RIGHT-TO-LEFT OVERRIDE'],
    ['\u2067', 'U+2067 RIGHT-TO-LEFT ISOLATE'],
    ['\u200B', 'U+200B ZERO WIDTH SPACE'],
    ['\u00AD', 'U+00AD SOFT HYPHEN'],
    ['\uFEFF', 'U+FEFF ZERO WIDTH NO-BREAK SPACE'],
    ['\uF0FC', 'U+F0FC private use'],
    ['\uFFFE', 'U+FFFE noncharacter'],
    ['\u{1FFFF}', 'U+1FFFF noncharacter'],
    ['\u0378', 'U+0378 unassigned'],
    ['\uD800', 'U+D800 surrogate'],
    ['\uFFFD', 'U+FFFD REPLACEMENT CHARACTER'],
    ['\u{E0041}', 'U+E0041 format character'],
    ['\u{E0101}', 'U+E0101 variation selector'],
    ['\u3164', 'U+3164 HANGUL FILLER'],
    ['\u2800', 'U+2800 BRAILLE PATTERN BLANK'],
    ['\u0600', 'U+0600 format character'],
  ])('%j', (character, name) => {
    expect(refusalOf(`😀ấy${character}x`)).toEqual({
      vi: `có ký tự không được dùng trong văn bản (vị trí 4: ${name})`,
      en: `contains characters that are not allowed in text (position 4: ${name})`,
    });
  });

  test('but not the bounds of words in writing without spaces', () => {
    expect(needlessCharacters('សួស្តី\u200Bពិភពលោក ສະບາຍດີ\u200Bຊາວໂລກ')).toEqual([]);
    expect(needlessCharacters('\u200Bមក')).toEqual([]);
    expect(needlessCharacters('xin\u200Bchào')).toHaveLength(1);
  });

  test('many are counted, not all named', () => {
    expect(refusalOf('\u0001'.repeat(9))?.vi).toContain('và 4 ký tự nữa');
  });
});

describe('letters that deceive are refused', () => {
  test.each([
    ['a\u0301\u0302\u0303', 'position 1: U+0061'],
    [`Nguyễn Vă${'\u0336\u0337\u0338'.repeat(20)}n`, 'position 9: U+0061'],
    [`\u0E01${'\u0E49'.repeat(5)}`, 'position 1: U+0E01'],
    [`1${'\u20DD'.repeat(5)}`, 'position 1: U+0031'],
    ['\u0301'.repeat(5), 'position 1: U+0301'],
  ])('marks heaped on a letter: %j', (text, en) => {
    expect(refusalOf(text)?.en).toBe(`has letters with too many marks on them (${en})`);
  });

  test.each([
    ['Công ty CΟNG', 'position 10: “Ο” (U+039F)'],
    ['Nguyễn Vаn An', 'position 9: “а” (U+0430)'],
    ['Ρаypal', 'position 1: “Ρ” (U+03A1)'],
    ['Giấу phép', 'position 4: “у” (U+0443)'],
    ['αcid', 'position 1: “α” (U+03B1)'],
    ['ខឹកข', 'position 1: “ខ” (U+1781)'],
  ])('scripts mixed in a word: %s', (text, en) => {
    expect(refusalOf(text)?.en).toContain(`(${en})`);
    expect(refusalOf(text.normalize('NFD'))?.vi).toContain('viết lẫn các hệ chữ');
  });

  test.each([
    'điện trở 10kΩ, cosφ ≥ 0,9, Δt, 5 μm, 30 µm, α-amylase, β2',
    'Газпром và Công ty Α',
    'カタカナ漢字ひらがなABC 한국어韓 中文ㄅ',
    'Ê̆ ê̆ ô̆ Ơ̆ ơ̆ ư̆ ƀ̆ m̆lei bô̆k kơ̆t Ṱ',
    'ស្ត្រី ខ្ញុំ ឈ្មោះ ໜັງສື ບໍ່ ນ້ຳ ที่นั้น ꪼꪕ ꨣꨨꩈ',
    'Iñárritu Łódź Žižek Þór Ǆ ß İstanbul ﬁ',
    '☑ 15 m² № 7 ½ ① ™ 𝐀',
  ])('but not what is written so: %s', text => {
    expect(refusalOf(text)).toBeUndefined();
    expect(refusalOf(text.normalize('NFD'))).toBeUndefined();
  });
});

describe('bodies', () => {
  test('names of fields are texts, too', () => {
    expect(refusedAt({ formData: { 'a\u202Eb': 1, 'c\nd': { 'e\u0000': 2 } } })).toEqual([
      '/formData tên của một trường trong đó có ký tự không được dùng trong văn bản (vị trí 2: U+202E RIGHT-TO-LEFT OVERRIDE)',
      '/formData tên của một trường trong đó không nằm trên một dòng',
      '/formData/c\nd tên của một trường trong đó có ký tự không được dùng trong văn bản (vị trí 2: U+0000 NULL)',
    ]);
    expect(read({ formData: { ['Đồng ý'.normalize('NFD')]: 1 } })).toEqual({ formData: { 'Đồng ý': 1 } });
  });

  test('each text at fault is named by its place, in every field', () => {
    expect(
      refusedAt({ decision: 'requestSupplement', reason: 'vì\u202E sao', items: ['a', 'b\u0008'] }),
    ).toEqual([
      '/reason có ký tự không được dùng trong văn bản (vị trí 3: U+202E RIGHT-TO-LEFT OVERRIDE)',
      '/items/1 có ký tự không được dùng trong văn bản (vị trí 2: U+0008 BACKSPACE)',
    ]);
  });

  test('what is fine comes through composed', () => {
    expect(read({ reason: 'A\tB\r\nĐồng ý'.normalize('NFD'), list: [1, null, { x: true }] })).toEqual({
      reason: 'A\tB\nĐồng ý',
      list: [1, null, { x: true }],
    });
  });

  test('only rows that others wrote, of catalogues and statements, have their texts read row by row', () => {
    expect(allOperations.filter(operation => 'textsByRow' in operation).map(({ id }) => id)).toEqual([
      'importProcedures',
      'loadStatement',
    ]);
  });
});

describe('published procedures', () => {
  const row = {
    code: '1.000001',
    name: 'Cấp giấy phép'.normalize('NFD'),
    field: 'Đất đai'.normalize('NFD'),
    components: [{ name: '\uF0FC\tTờ khai đăng k\u200Eý'.normalize('NFD'), originals: 1, copies: 0 }],
    applicants: ['Công dân Việt Nam'.normalize('NFD')],
  };

  test('are kept composed, and leftovers of word processors are left out with a warning that names them', () => {
    const reading = readNationalCrawlRow(row);
    if (reading.outcome === 'refused') throw new Error(reading.refusedBecause.en);
    expect(reading.procedure.name).toBe('Cấp giấy phép');
    expect(reading.procedure.components[0]?.name).toBe('Tờ khai đăng ký');
    expect(JSON.stringify(reading.procedure)).toBe(JSON.stringify(reading.procedure).normalize('NFC'));
    expect(reading.warnings.filter(({ code }) => code === 'character-left-out')).toEqual([
      {
        code: 'character-left-out',
        field: '/components/0/name',
        message: {
          vi: expect.stringMatching(/vị trí 1: U\+F0FC .*; vị trí \d+: U\+200E/),
          en: expect.stringMatching(
            /position 1: U\+F0FC private use; position \d+: U\+200E LEFT-TO-RIGHT MARK/,
          ),
        },
      },
    ]);
  });

  test('with a word in mixed scripts are refused: nobody can tell which letter was meant', () => {
    expect(readNationalCrawlRow({ ...row, name: 'Cấp giấу phép' })).toMatchObject({
      outcome: 'refused',
      refusedBecause: { en: expect.stringContaining('/name: has words in letters of several scripts') },
    });
  });

  test('of the province itself are refused, for its own administrator can mend them', () => {
    expect(readOwnRow({ procedure: { code: '1.000001', name: 'Cấp\u202E phép' } })).toMatchObject({
      refusedBecause: {
        en: expect.stringContaining(
          '/procedure/name: contains characters that are not allowed in text (position 4',
        ),
      },
    });
  });
});
