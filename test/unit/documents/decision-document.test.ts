import { describe, expect, test } from 'vitest';
import { decisionDocument, unprintableIn } from '../../../functions/domain/printing/decision-document.ts';
import { printableCharacters } from '../../../functions/domain/printing/fonts.ts';
import { letterheadOf } from '../../../functions/domain/printing/letterhead.ts';
import { unprintableCharacters } from '../../../functions/domain/printing/unprintable.ts';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import { needlessCharacters } from '../../../schemas/text-faults.ts';
import { decisionWith } from '../../support/documents/printed-decision.ts';

const { units } = loadStarterProvince();
const printedAll = (text: string) => unprintableCharacters(text).length === 0;

describe('letterheads', () => {
  test.each([
    ['H44.104', null, 'Ủy ban nhân dân xã Đà Bắc', 'Đà Bắc'],
    ['H44.101', null, 'Ủy ban nhân dân phường Tân Hoà', 'Tân Hoà'],
    ['H44', null, 'Ủy ban nhân dân tỉnh Phú Thọ', 'Phú Thọ'],
    ['H44.04', 'Ủy ban nhân dân tỉnh Phú Thọ', 'Sở Xây dựng tỉnh Phú Thọ', 'Phú Thọ'],
    [
      'H44.03.01',
      'Sở Nông nghiệp và Môi trường tỉnh Phú Thọ',
      'Văn phòng Đăng ký đất đai tỉnh Phú Thọ',
      'Phú Thọ',
    ],
    ['H44.999', null, 'H44.999', null],
  ])('%s', (code, parent, agency, place) => {
    expect(letterheadOf(units, code)).toEqual({ parent, agency, place });
  });

  test('a commune that is named as its committee keeps that name', () => {
    const named = units.map(unit =>
      unit.code === 'H44.104' ? { ...unit, name: 'Ủy ban nhân dân xã Đà Bắc' } : unit,
    );
    expect(letterheadOf(named, 'H44.104')).toEqual({
      parent: null,
      agency: 'Ủy ban nhân dân xã Đà Bắc',
      place: null,
    });
  });
});

describe('documents', () => {
  test('say what was decided, by whom, where and when, composed and on their lines', () => {
    const document = decisionDocument(
      decisionWith({
        outcome: 'refused',
        text: 'Lý do:\r\n\tkhông đủ.'.normalize('NFD'),
        procedureName: 'Cấp  giấy\tphép'.normalize('NFD'),
        letterhead: letterheadOf(units, 'H44.04'),
      }),
    );
    expect(document).toMatchObject({
      parent: 'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ',
      agency: 'SỞ XÂY DỰNG TỈNH PHÚ THỌ',
      number: 'Số: H44.101-KQ2026-000001',
      placeAndDate: 'Phú Thọ, ngày 26 tháng 11 năm 2026',
      subtitle: 'Từ chối giải quyết',
      body: 'Lý do:\n\tkhông đủ.',
      signedBy: ['SỞ XÂY DỰNG TỈNH PHÚ THỌ'],
    });
    expect(document.facts[0]).toBe('Thủ tục: Cấp giấy phép');
  });

  test.each([
    ['2026-02-05T00:30:00+07:00', 'ngày 05 tháng 02 năm 2026'],
    ['2026-03-09T09:00:00+07:00', 'ngày 09 tháng 3 năm 2026'],
    ['2026-12-31T17:30:00Z', 'ngày 01 tháng 01 năm 2027'],
  ])('are dated as documents are, in Vietnam: %s', (decidedAt, date) => {
    expect(decisionDocument(decisionWith({ decidedAt })).placeAndDate).toBe(`Tân Hoà, ${date}`);
  });

  test('are dated without a place where none is known', () => {
    const letterhead = { parent: null, agency: 'H44.999', place: null };
    expect(decisionDocument(decisionWith({ letterhead })).placeAndDate).toBe('Ngày 26 tháng 11 năm 2026');
  });

  test('can be printed of every unit, as far as its name goes', () => {
    for (const { code } of units) {
      const document = decisionDocument(decisionWith({ letterhead: letterheadOf(units, code) }));
      expect(
        Object.values(document)
          .flat()
          .filter(text => text !== null && !printedAll(text)),
        code,
      ).toEqual([]);
    }
  });
});

describe('what cannot be printed', () => {
  test.each([
    ['A😀', [['U+1F600', 2]]],
    [
      '한국',
      [
        ['U+D55C', 1],
        ['U+AD6D', 2],
      ],
    ],
    [
      'Tôi 😀 và\n😀',
      [
        ['U+1F600', 5],
        ['U+1F600', 10],
      ],
    ],
    ['\u0301 lẻ', [['U+0301', 1]]],
    ['王\u0301', [['U+0301', 2]]],
    [
      'שלום',
      [
        ['U+05E9', 1],
        ['U+05DC', 2],
        ['U+05D5', 3],
        ['U+05DD', 4],
      ],
    ],
  ] as const)('%j', (text, found) => {
    expect(unprintableCharacters(text).map(({ codePoint, position }) => [codePoint, position])).toEqual(
      found,
    );
  });

  test.each([
    'Đồng ý',
    'ê\u0306 ô\u0306 ơ\u0306 ư\u0306 ƀ\u0306',
    '☑ ① → Ⅳ ₫',
    '王小明',
    'ນ້ຳ',
    'ខ្ញុំ\u200Bទៅ',
    'ꨌꩌ ꪹꪒꪸꪉ',
    '\t\n\u00A0\u3000',
  ])('not %j', text => {
    expect(unprintableCharacters(text)).toEqual([]);
  });

  test.each([
    ['direct', null, ['PHÓ GIÁM ĐỐC']],
    ['TM', 'Ủy ban nhân dân', ['TM. ỦY BAN NHÂN DÂN', 'PHÓ GIÁM ĐỐC']],
    ['KT', 'Giám đốc', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['TL', 'Chủ tịch', ['TL. CHỦ TỊCH', 'PHÓ GIÁM ĐỐC']],
    ['TUQ', 'Chủ tịch', ['TUQ. CHỦ TỊCH', 'PHÓ GIÁM ĐỐC']],
  ] as const)('signed as %s for %s show the authority and the office', (form, named, lines) => {
    const signature = { form, position: 'Phó Giám đốc', for: named };
    expect(decisionDocument(decisionWith({ signature })).signedBy).toEqual(lines);
  });

  test('names of agencies are printed in capitals, too', () => {
    const found = unprintableIn({
      text: 'Đồng ý',
      procedureName: 'Thủ tục 😀',
      applicantName: 'An',
      letterhead: { parent: 'Sở 😀', agency: 'Xã', place: null },
      signature: { form: 'KT', position: 'Phó Chủ tịch 😀', for: 'Chủ tịch' },
    });
    expect(found.map(({ part, character }) => `${part} ${character}`)).toEqual([
      'procedureName 😀',
      'signature 😀',
      'unitName 😀',
    ]);
  });

  test('every letter of the Latin and Cyrillic blocks, and every ideograph of the two main blocks, is printed', () => {
    const between = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step));
    const wanted = [...between(0x41, 0x24f), ...between(0x400, 0x52f), ...between(0x1e00, 0x1eff)]
      .filter(character => /\p{L}/u.test(character))
      .concat(between(0x3400, 0x4dbf), between(0x4e00, 0x9fff));
    expect(wanted.filter(character => !printedAll(character))).toEqual([]);
  });

  test('nothing that is refused where texts come in is counted among what is printed', () => {
    expect([...printableCharacters()].filter(character => needlessCharacters(character).length > 0)).toEqual(
      [],
    );
  });
});
