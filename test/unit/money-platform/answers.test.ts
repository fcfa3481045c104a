import { describe, expect, test } from 'vitest';
import { readOpened } from '../../../functions/connectors/payment-platform/read-opened.ts';
import { readBill, readList } from '../../../functions/connectors/payment-platform/read-papers.ts';
import { readStanding } from '../../../functions/connectors/payment-platform/read-standing.ts';

const platform = new URL('https://thanhtoan.example.vn/api');
const PAGE = 'https://thanhtoan.example.vn/p/1';

describe('an answer to an opening', () => {
  test.each([
    [
      { error_code: '0', message: { UrlThanhToan: PAGE } },
      { state: 'opened', payAt: PAGE },
    ],
    [
      { error_code: 0, message: { UrlThanhToan: PAGE } },
      { state: 'opened', payAt: PAGE },
    ],
    [
      { MaLoi: '00', UrlThanhToan: PAGE },
      { state: 'opened', payAt: PAGE },
    ],
    [
      { error_code: '7', message: 'sai' },
      { state: 'refused', code: '7' },
    ],
    [{ MaLoi: '99' }, { state: 'refused', code: '99' }],
    [{ MaLoi: 'Nguyễn Văn An' }, { state: 'refused', code: 'unspeakable' }],
    [{ error_code: '0', message: 'không có trang' }, { detail: 'page' }],
    [{ error_code: '0', message: { UrlThanhToan: 'javascript:alert(1)' } }, { detail: 'page' }],
    [{ error_code: '0', message: { UrlThanhToan: 'http://thanhtoan.example.vn/p/1' } }, { detail: 'page' }],
    [{ error_code: '0', message: { UrlThanhToan: 'https://a:b@example.vn' } }, { detail: 'page' }],
    [{}, { reason: 'untrustworthy', detail: 'malformed' }],
    [null, { reason: 'untrustworthy', detail: 'malformed' }],
    [{ error_code: null, message: { UrlThanhToan: PAGE } }, { detail: 'malformed' }],
  ])('%j', (body, outcome) => {
    expect(readOpened(body, platform)).toMatchObject(outcome);
  });
});

const paid = {
  MaLoi: '00',
  MaThamChieu: 'MC1',
  MaDoiTac: 'MOTCUA',
  SoTien: 50_000,
  MaTienTe: 'VND',
  TrangThaiGD: '1',
  MaGiaoDich: 'PP1',
  MaNganHang: 'VCB',
  ThoiGianGD: '20261127143000',
};

describe('an answer to a question', () => {
  test.each([
    [{}, { state: 'paid', amount: 50_000, paidAt: '2026-11-27T14:30:00+07:00' }],
    [
      { SoTien: '50000', TrangThaiGD: 1 },
      { state: 'paid', amount: 50_000 },
    ],
    [{ TrangThaiGD: '3' }, { state: 'open' }],
    [
      { TrangThaiGD: '4', SoTien: null },
      { state: 'failed', code: '4' },
    ],
    [{ TrangThaiGD: '2' }, { detail: 'state-2' }],
    [{ MaThamChieu: 'MC2' }, { detail: 'reference' }],
    [{ MaDoiTac: 'OTHER' }, { detail: 'partner' }],
    [{ SoTien: 50_000.5 }, { detail: 'amount' }],
    [{ SoTien: '5e4' }, { detail: 'amount' }],
    [{ MaTienTe: 'USD' }, { detail: 'amount' }],
    [{ ThoiGianGD: '20261127253000' }, { detail: 'time' }],
    [{ MaGiaoDich: '' }, { detail: 'transaction' }],
    [{ MaLoi: '05' }, { state: 'unknownReference' }],
    [{ MaLoi: '77' }, { reason: 'refused', detail: 'code-77' }],
  ])('%j', (more, outcome) => {
    expect(readStanding({ ...paid, ...more }, 'MC1', 'MOTCUA')).toMatchObject(outcome);
  });
  test.each([[null], ['paid'], [[]], [{ TrangThaiGD: '1' }]])('%j cannot be used', body => {
    expect(readStanding(body, 'MC1', 'MOTCUA')).toMatchObject({ detail: 'malformed' });
  });
});

describe('a receipt', () => {
  const pdf = Buffer.from('%PDF-1.5\n');
  const json = (body: object) => Buffer.from(JSON.stringify(body));
  test.each<[string, Buffer, object]>([
    ['bare', pdf, { state: 'given', pdf }],
    ['in JSON', json({ MaLoi: '00', BienLai: pdf.toString('base64') }), { state: 'given', pdf }],
    ['not made yet', json({ MaLoi: '00' }), { state: 'none' }],
    ['of nothing', json({ MaLoi: '05' }), { state: 'none' }],
    ['refused', json({ MaLoi: '99' }), { detail: 'code-99' }],
    ['no PDF', json({ MaLoi: '00', BienLai: 'AAAA' }), { detail: 'no-pdf' }],
    ['a page', Buffer.from('<html>'), { detail: 'malformed' }],
  ])('%s', (_, body, outcome) => {
    expect(readBill(body)).toMatchObject(outcome);
  });
});

describe('a list is read whole or not at all', () => {
  const list = (more: object = {}) => ({
    MaLoi: '00',
    NgayGD: '20261127',
    TongSo: 1,
    DSGiaoDich: [paid],
    ...more,
  });
  test.each<[string, unknown, object]>([
    ['whole', list(), { state: 'given', transactions: [{ reference: 'MC1', result: 'paid' }] }],
    ['empty', list({ TongSo: 0, DSGiaoDich: [] }), { state: 'given', transactions: [] }],
    ['fewer than it says', list({ TongSo: 2 }), { detail: 'incomplete' }],
    ['of another day', list({ NgayGD: '20261126' }), { detail: 'day' }],
    ['an entry without amount', list({ DSGiaoDich: [{ ...paid, SoTien: 'x' }] }), { detail: 'entry' }],
    [
      'an entry of an unknown kind',
      list({ DSGiaoDich: [{ ...paid, TrangThaiGD: '9' }] }),
      { detail: 'entry' },
    ],
    ['refused', { MaLoi: '99' }, { detail: 'code-99' }],
    ['nothing', undefined, { detail: 'malformed' }],
  ])('%s', (_, body, outcome) => {
    expect(readList(body, '2026-11-27')).toMatchObject(outcome);
  });
});
