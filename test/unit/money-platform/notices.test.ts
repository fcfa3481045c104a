import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCode } from '../../../functions/domain/money/platform/check-code.ts';
import { type NoticeRead, readNotice } from '../../../functions/domain/money/platform/notice.ts';
import { NOTICE_NOT_TAKEN, noticeTaken } from '../../../functions/domain/money/platform/notice-answer.ts';

const known = { secret: 'a secret of two', partner: 'MOTCUA' };
const FIELDS = {
  LoaiBanTin: 'CONFIRM',
  MaLoi: '00',
  MaDoiTac: 'MOTCUA',
  MaThamChieu: 'MC1ABC',
  SoTien: 50_000 as unknown,
  MaTienTe: 'VND',
  MaGiaoDich: 'PP1',
  MaNganHang: 'VCB',
  ThoiGianGD: '20261127143000',
  ThongTinGiaoDich: 'Nộp lệ phí',
};
/** A notice as the platform signs it, with other fields. */
const signed = (more: object = {}, secret = known.secret): Record<string, unknown> => {
  const fields = { ...FIELDS, ...more };
  return { ...fields, MaXacThuc: checkCode(Object.values(fields) as string[], secret) };
};

test('a genuine notice says what was paid', () => {
  expect(readNotice(signed(), known)).toEqual({
    verdict: 'genuine',
    notice: {
      result: 'paid',
      code: '00',
      partner: 'MOTCUA',
      reference: 'MC1ABC',
      amount: 50_000,
      currency: 'VND',
      transaction: 'PP1',
      bank: 'VCB',
      at: '2026-11-27T14:30:00+07:00',
      description: 'Nộp lệ phí',
    },
  });
  expect(readNotice(signed({ MaLoi: '24', MaGiaoDich: '' }), known)).toMatchObject({
    verdict: 'genuine',
    notice: { result: 'failed', code: '24', transaction: '' },
  });
  expect(readNotice(signed({ SoTien: '50000' }), known)).toMatchObject({ notice: { amount: 50_000 } });
});

test('the check code is that of the published order, in hexadecimal of either case', () => {
  const text = 'CONFIRM|00|MOTCUA|MC1ABC|50000|VND|PP1|VCB|20261127143000|Nộp lệ phí|a secret of two';
  const MaXacThuc = createHash('sha256').update(text).digest('hex');
  expect(readNotice({ ...FIELDS, MaXacThuc }, known).verdict).toBe('genuine');
  expect(readNotice({ ...FIELDS, MaXacThuc: MaXacThuc.toUpperCase() }, known).verdict).toBe('genuine');
});

describe('forged', () => {
  test.each<[string, Record<string, unknown>]>([
    ['signed with another secret', signed({}, 'another')],
    ['signed with no secret', signed({}, '')],
    ['without a check code', { ...signed(), MaXacThuc: undefined }],
    ['with an empty check code', { ...signed(), MaXacThuc: '' }],
    ['with a check code that is no text', { ...signed(), MaXacThuc: 7 }],
    ['with another amount', { ...signed(), SoTien: 5_000_000 }],
    ['with another reference', { ...signed(), MaThamChieu: 'MC2' }],
    ['paid after all', { ...signed({ MaLoi: '24' }), MaLoi: '00' }],
  ])('%s', (_, body) => {
    expect(readNotice(body, known)).toEqual({ verdict: 'forged' });
  });

  test('whatever one field is changed to', () => {
    const field = fc.constantFrom(...(Object.keys(FIELDS) as (keyof typeof FIELDS)[]));
    fc.assert(
      fc.property(field, fc.oneof(fc.string(), fc.double(), fc.jsonValue()), (name, value) => {
        const plain = typeof value !== 'object' || value === null;
        const same = plain && String(FIELDS[name]) === String(value ?? '');
        const { verdict } = readNotice({ ...signed(), [name]: value }, known);
        expect(verdict === 'genuine').toBe(same && value !== null);
      }),
    );
  });

  test('where the deployment has no secret, everything is', () => {
    expect(readNotice(signed({}, ''), { ...known, secret: '' })).toEqual({ verdict: 'forged' });
  });
});

describe('malformed, though signed', () => {
  const faultOf = (read: NoticeRead) => ('fault' in read ? read.fault.en : read.verdict);
  test.each<[string, object, string]>([
    ['an amount with decimals', { SoTien: 50_000.5 }, 'whole đồng'],
    ['an amount with decimals in text', { SoTien: '50000.00' }, 'whole đồng'],
    ['a negative amount', { SoTien: -1 }, 'whole đồng'],
    ['an amount in exponents', { SoTien: '5e4' }, 'whole đồng'],
    ['an amount beyond numbers', { SoTien: 1e21 }, 'whole đồng'],
    ['an amount beyond any payment', { SoTien: '9999999999999' }, 'whole đồng'],
    ['an amount with blanks', { SoTien: ' 50000' }, 'whole đồng'],
    ['an amount in hexadecimal', { SoTien: '0xC350' }, 'whole đồng'],
    ['no amount', { SoTien: '' }, 'whole đồng'],
    ['another partner', { MaDoiTac: 'OTHER' }, 'another partner'],
    ['another currency', { MaTienTe: 'USD' }, 'VND'],
    ['a reference of another form', { MaThamChieu: 'mc-1' }, 'reference'],
    ['a day that does not exist', { ThoiGianGD: '20260230143000' }, 'time'],
    ['a time in another form', { ThoiGianGD: '2026-11-27' }, 'time'],
    ['paid without a transaction', { MaGiaoDich: '' }, 'transaction'],
    ['a transaction of other signs', { MaGiaoDich: 'PP#1' }, 'transaction'],
    ['an error code of other signs', { MaLoi: '<b>' }, 'error code'],
    ['no error code', { MaLoi: '' }, 'error code'],
    ['the sign between fields in one', { ThongTinGiaoDich: 'a|b' }, '|'],
  ])('%s', (_, more, fault) => {
    expect(faultOf(readNotice(signed(more), known))).toContain(fault);
  });

  test('fields cannot be moved where their code still fits', () => {
    const moved = { ...signed(), MaTienTe: 'VND|PP1', MaGiaoDich: 'VCB' };
    expect(readNotice(moved, known).verdict).not.toBe('genuine');
  });

  test.each([[null], [undefined], ['text'], [7], [[]], [[signed()]]])('%j is no message', body => {
    expect(readNotice(body, known)).toMatchObject({
      verdict: 'malformed',
      fault: { vi: expect.stringContaining('cấu trúc') },
    });
  });

  test('whatever comes, reading it throws nothing and believes nothing', () => {
    fc.assert(
      fc.property(fc.anything(), body => {
        expect(readNotice(body, known).verdict).not.toBe('genuine');
      }),
    );
  });
});

test('only what is genuine is answered with a check code', () => {
  const read = readNotice(signed(), known);
  if (read.verdict !== 'genuine') throw new Error(read.verdict);
  expect(noticeTaken(read.notice, known.secret)).toEqual({
    MaLoi: '00',
    MoTaLoi: 'Thành công',
    MaDoiTac: 'MOTCUA',
    MaThamChieu: 'MC1ABC',
    ThoiGianGD: '20261127143000',
    MaXacThuc: checkCode(['00', 'MOTCUA', 'MC1ABC', '20261127143000'], known.secret),
  });
  expect(NOTICE_NOT_TAKEN).not.toHaveProperty('MaXacThuc');
});
