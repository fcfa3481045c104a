import { describe, expect, test } from 'vitest';
import { findingsInCodes } from '../../../functions/domain/extraction/codes.ts';
import { differencesFrom } from '../../../functions/domain/extraction/compare.ts';
import { findingsOf } from '../../../functions/domain/extraction/find.ts';
import type { PageText } from '../../../schemas/stored/page-text.ts';
import { APPLICATION } from '../../support/digitizing/papers.ts';

const box = { left: 0.1, top: 0.1, width: 0.5, height: 0.02 };
const pageOf = (text: string, own: Partial<PageText> = {}): PageText => ({
  page: 1,
  source: 'ocr',
  state: 'read',
  confidence: 90,
  turned: 0,
  skew: 0,
  lines: text.split('\n').map(line => ({ text: line, box, confidence: 90 })),
  codes: [],
  ...own,
});
const inText = (text: string) => findingsOf([pageOf(text)]).map(({ field, value }) => [field, value]);
const inCode = (text: string) =>
  findingsInCodes({ page: 2, codes: [{ format: 'QRCode', text, box }] }).map(({ field, value, from }) => [
    field,
    value,
    from,
  ]);

describe('codes', () => {
  const card = 'citizenCard';
  test.each([
    [
      '025090000001||Nguyễn Văn An|01011990|Nam|Tổ 1, Phường Việt Trì, Phú Thọ|10052022',
      [
        ['identityNumber', '025090000001', card],
        ['fullName', 'Nguyễn Văn An', card],
        ['birthDate', '1990-01-01', card],
        ['documentDate', '2022-05-10', card],
      ],
    ],
    [
      '025190000002|131234567|Trần Thị Bình|05061990|Nữ|Xã Đào Xá, Phú Thọ|01082024||||',
      [
        ['identityNumber', '025190000002', card],
        ['fullName', 'Trần Thị Bình', card],
        ['birthDate', '1990-06-05', card],
        ['documentDate', '2024-08-01', card],
      ],
    ],
    [
      '025090000001||Nguyễn Văn An|31021990|Nam',
      [
        ['identityNumber', '025090000001', card],
        ['fullName', 'Nguyễn Văn An', card],
      ],
    ],
    ['1|2|3|4|5|6|7', []],
    [
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8',
      [['paymentAccount', '970416/257678859', 'vietQr']],
    ],
    [
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB9',
      [],
    ],
    [
      'https://dvc.phutho.gov.vn/verify?number=H44.101-KQ2026-000001',
      [['resultNumber', 'H44.101-KQ2026-000001', 'ownCode']],
    ],
    ['https://example.vn/', []],
  ])('%s', (text, found) => {
    expect(inCode(text)).toEqual(found);
  });
});

describe('text', () => {
  test('of an application: who, and when', () => {
    const found = inText(APPLICATION);
    expect(found).toEqual(
      expect.arrayContaining([
        ['identityNumber', '025187001234'],
        ['fullName', 'NGUYỄN THỊ THU HƯƠNG'],
        ['fullName', 'TRẦN GIA BẢO'],
        ['birthDate', '2026-05-12'],
        ['documentDate', '2026-06-02'],
      ]),
    );
  });

  test('of a document: its number, date and issuing body', () => {
    const found = inText('ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ\nSố: 123/QĐ-UBND\nPhú Thọ, ngày 5 tháng 3 năm 2026');
    expect(found).toEqual(
      [
        ['issuingBody', 'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ'],
        ['documentNumber', '123/QĐ-UBND'],
        ['documentDate', '2026-03-05'],
      ].toSorted((one, other) => (one[0] === 'documentNumber' ? -1 : other[0] === 'documentNumber' ? 1 : 0)),
    );
  });

  test('says nothing where there is nothing: other numbers, days that do not exist', () => {
    expect(inText('Điện thoại 0912345678, tài khoản 1234567890123456, ngày 31/02/2026')).toEqual([]);
  });

  test('tells where it found something, and how sure it is', () => {
    const [found] = findingsOf([pageOf('Số định danh: 025187001234', { page: 3 })]);
    expect(found).toEqual({
      field: 'identityNumber',
      value: '025187001234',
      from: 'text',
      page: 3,
      box,
      confidence: 86,
    });
  });
});

describe('compared with the form', () => {
  const stated = {
    identityNumber: '025187001234',
    fullName: 'Nguyễn Thị Thu Hương',
    birthDate: '1987-05-12',
  };
  const differences = (text: string, codes: string[] = []) =>
    differencesFrom(
      stated,
      findingsOf([pageOf(text, { codes: codes.map(code => ({ format: 'QRCode', text: code, box })) })]),
    ).map(({ field, found }) => [field, found.value]);

  test('the same, in capitals or not, is no difference; nor are other people', () => {
    expect(differences('Họ và tên: NGUYỄN THỊ THU HƯƠNG\nSố định danh: 025187001234')).toEqual([]);
    expect(differences('Họ và tên: LÊ VĂN CƯỜNG\nSố định danh: 001090009999')).toEqual([]);
  });

  test('nearly the same is one: a digit, an accent', () => {
    expect(differences('Họ và tên: NGUYỄN THỊ THU HƯỜNG\nSố định danh: 025187001243')).toEqual([
      ['identityNumber', '025187001243'],
      ['fullName', 'NGUYỄN THỊ THU HƯỜNG'],
    ]);
  });

  test('another person’s card is one', () => {
    const card = '025090000001||Nguyễn Văn An|01011990|Nam|Phú Thọ|10052022';
    expect(differences('', [card]).map(([field]) => field)).toEqual([
      'identityNumber',
      'fullName',
      'birthDate',
    ]);
  });
});
