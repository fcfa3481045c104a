import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeChecked } from '../../../functions/domain/money/viet-qr/checked-text.ts';
import { readVietQr } from '../../../functions/domain/money/viet-qr/read-viet-qr.ts';
import { type VietQrOrder, writeVietQr } from '../../../functions/domain/money/viet-qr/write-viet-qr.ts';
import { bankName } from '../../../schemas/money/banks.ts';
import { toDong } from '../../../schemas/money/dong.ts';

/** Codes as NAPAS and banks published them, and one of a dossier. */
const PUBLISHED: readonly (readonly [string, object])[] = [
  [
    '00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5',
    { bank: '970403', account: '0011012345678', into: 'account', dynamic: false },
  ],
  [
    '00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52',
    { bank: '970403', account: '9704031101234567', into: 'card', dynamic: false },
  ],
  [
    '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E',
    {
      bank: '970403',
      account: '0011012345678',
      into: 'account',
      dynamic: true,
      amount: 180_000,
      purpose: 'thanh toan don hang',
      billNumber: 'NPS6869',
    },
  ],
  [
    '00020101021238540010A00000072701240006970436011098895593570208QRIBFTTA53037045405100005802VN62320828day la noi dung chuyen khoan6304EEF5',
    { bank: '970436', account: '9889559357', amount: 10_000, purpose: 'day la noi dung chuyen khoan' },
  ],
  [
    '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C',
    { bank: '970415', account: '0011001932418', amount: 120_000, purpose: 'ung ho lu lut' },
  ],
  [
    '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA53037045405500005802VN62190815H44 250701 000163040821',
    { bank: '970415', account: '0011001932418', amount: 50_000, purpose: 'H44 250701 0001' },
  ],
  [
    '00020101021238570010A000000727012700069704220113VQRQAAUQA63360208QRIBFTTA530370454061000005802VN62220818Payment for course6304AC3C',
    { bank: '970422', account: 'VQRQAAUQA6336', amount: 100_000, purpose: 'Payment for course' },
  ],
  [
    '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8',
    { bank: '970416', account: '257678859', amount: 1000, purpose: 'Chuyen tien' },
  ],
  [
    '00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA530370454061500005802VN62210817AFWD WITHDRAWAL12630469B7',
    { bank: '970436', account: '0123456789', amount: 150_000, purpose: 'AFWD WITHDRAWAL12' },
  ],
];

describe('published codes', () => {
  test.each(PUBLISHED)('%s is read', (text, said) => {
    expect(readVietQr(text)).toMatchObject(said);
  });

  test.each(PUBLISHED)('%s is written again byte for byte', text => {
    const read = readVietQr(text);
    expect(writeChecked(read?.fields ?? [])).toBe(text);
    // One has a purpose that is too long to be written, one an account of another length than it says.
    if ((read?.purpose ?? '').length > 25 || text.includes('01120011012345678')) return;
    expect(writeVietQr(read as VietQrOrder)).toBe(text);
  });
});

const code = (more: Partial<VietQrOrder> = {}) =>
  writeVietQr({ bank: '970415', account: '0011001932418', amount: toDong(50_000), ...more });
const fields = readVietQr(code())?.fields ?? [];
const with_ = (tag: string, value: string) =>
  writeChecked(fields.map(field => (field.tag === tag ? { tag, value } : field)));

describe('what is no code of a payment in đồng', () => {
  test.each([
    ['nothing', ''],
    ['another text', 'https://example.vn/'],
    ['a changed amount', code().replace('540550000', '540590000')],
    ['a cut code', code().slice(0, -1)],
    ['a check in small letters', code({ amount: toDong(50_001) }).toLowerCase()],
    ['a tag that comes twice', writeChecked([...fields, { tag: '54', value: '1' }])],
    ['an amount with decimals', with_('54', '50000.5')],
    ['an amount that is negative', with_('54', '-50000')],
    ['an amount in exponents', with_('54', '5e4')],
    ['an amount beyond any', with_('54', '9'.repeat(13))],
    ['another currency', with_('53', '840')],
    ['another scheme', with_('38', '0010A000000728')],
    ['no account', with_('38', '0010A000000727')],
    ['a value longer than it says', '000201010'],
  ])('%s', (_, text) => {
    expect(readVietQr(text)).toBeUndefined();
  });

  test('whatever text there is, reading it throws nothing', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        readVietQr(text);
        expect(readVietQr(`000201${text}`)).toBeUndefined();
      }),
    );
  });
});

describe('writing', () => {
  test('accents and signs are left out of a purpose, and it is cut', () => {
    const read = (purpose: string) => readVietQr(code({ purpose }))?.purpose;
    expect(read('Nộp lệ phí đất đai – Đào Xá')).toBe('Nop le phi dat dai Dao Xa');
    expect(read('Phí thẩm định hồ sơ cấp giấy phép')).toBe('Phi tham dinh ho so cap g');
    expect(read('收')).toBeUndefined();
  });

  test.each<[string, Partial<VietQrOrder>]>([
    ['bank', { bank: '97041' }],
    ['bank', { bank: 'VCB' }],
    ['account', { account: '' }],
    ['account', { account: '0011-0019' }],
    ['account', { account: '1'.repeat(20) }],
    ['more than nothing', { amount: toDong(0) }],
  ])('a wrong %s is refused', (part, order) => {
    expect(() => code(order)).toThrow(part);
  });

  test('what is written is read', () => {
    const digit = fc.constantFrom(...'0123456789');
    const sign = fc.constantFrom(...'0123456789ABCXYZabc');
    const order = fc.record({
      bank: fc.string({ unit: digit, minLength: 6, maxLength: 6 }),
      account: fc.string({ unit: sign, minLength: 1, maxLength: 19 }),
      amount: fc.integer({ min: 1, max: 1_000_000_000_000 }).map(toDong),
      purpose: fc.string({ unit: 'grapheme', maxLength: 60 }),
    });
    fc.assert(
      fc.property(order, each => {
        const text = writeVietQr(each);
        const read = readVietQr(text);
        expect(read).toMatchObject({ bank: each.bank, account: each.account, amount: each.amount });
        expect(read?.purpose ?? '').toMatch(/^[\x20-\x7e]{0,25}$/);
        expect(text).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });

  test('a code of which one sign changed is none', () => {
    fc.assert(
      fc.property(fc.nat(code().length - 1), fc.constantFrom(...'0123456789AZ'), (at, sign) => {
        const changed = code().slice(0, at) + sign + code().slice(at + 1);
        expect(readVietQr(changed) !== undefined).toBe(changed === code());
      }),
    );
  });
});

test('banks are named where they are known', () => {
  expect([bankName('970436'), bankName('970499'), bankName('constructor')]).toEqual([
    'Vietcombank',
    '970499',
    'constructor',
  ]);
});
