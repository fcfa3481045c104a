import { sheet } from '../national-store/sheet.ts';
import { checkOf, stamp } from './check.ts';
import type { Payment, Payments } from './payments.ts';

type Message = Readonly<Record<string, unknown>>;
const STATES = { paid: '1', open: '3', failed: '4' } as const;

/** In the order of the check code, by the kind of message. */
const CHECKED: Readonly<Record<string, readonly string[]>> = {
  INIT: [
    ...[
      'LoaiBanTin',
      'PhienBan',
      'MaDoiTac',
      'MaThamChieu',
      'SoTien',
      'LoaiHinhThanhToan',
      'MaKenhThanhToan',
    ],
    ...['MaThietBi', 'NgonNgu', 'MaTienTe', 'MaNganHang', 'ThongTinGiaoDich', 'ThoiGianGD', 'Ip'],
  ],
  QUERY: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  GET_BILL: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  LIST: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'NgayGD'],
};

/** The error code of a message that the platform does not take; undefined if it does. */
export function faultOf(message: Message, partner: string, secret: string): string | undefined {
  const fields = CHECKED[String(message['LoaiBanTin'])];
  if (!fields || fields.some(field => message[field] === undefined)) return '01';
  if (message['MaDoiTac'] !== partner) return '03';
  const right = checkOf(
    fields.map(field => message[field]),
    secret,
  );
  if (message['MaXacThuc'] !== right) return '02';
  return message['LoaiBanTin'] === 'INIT' && !isWhole(message) ? '04' : undefined;
}

/** Whether an opening says who pays whom for what, and the parts come to the amount. */
function isWhole({ SoTien, ThongTinBienLai }: Message): boolean {
  const receipt = (ThongTinBienLai ?? {}) as Message;
  const parts = (Array.isArray(receipt['PhiLePhi']) ? receipt['PhiLePhi'] : []) as Message[];
  const sum = parts.reduce((total, part) => total + Number(part['SoTien']), 0);
  const named = ['MaHoSo', 'MaTTHC', 'MaDVC', 'MaDonVi', 'TKThuHuong', 'MaNHThuHuong', 'HoTenNguoiNop'];
  return Number.isInteger(SoTien) && sum === SoTien && named.every(field => receipt[field]);
}

export const opened = (url: string) => ({ error_code: '0', message: { UrlThanhToan: url } });
export const notOpened = (code: string) => ({ error_code: code, message: 'Không khởi tạo được giao dịch' });
export const failure = (MaLoi: string) => ({ MaLoi, MoTaLoi: 'Không xử lý được yêu cầu' });

/** How a payment stands; one that nobody paid in time has failed. */
export function standing(payment: Payment, partner: string, now: number): object {
  const state = payment.state === 'open' && now > payment.expiresAt ? 'failed' : payment.state;
  return {
    LoaiBanTin: 'QUERY',
    MaLoi: '00',
    MaDoiTac: partner,
    MaThamChieu: payment.reference,
    SoTien: payment.amount,
    MaTienTe: 'VND',
    TrangThaiGD: STATES[state],
    MaGiaoDich: payment.transaction,
    MaNganHang: payment.bank,
    ThoiGianGD: stamp(payment.at),
    ThongTinGiaoDich: payment.message['ThongTinGiaoDich'],
  };
}

export const bill = (payment: Payment | undefined) =>
  payment?.state === 'paid'
    ? {
        MaLoi: '00',
        BienLai: sheet(`Bien lai ${payment.transaction} ${payment.amount} VND`).toString('base64'),
      }
    : { MaLoi: '05' };

/** The transactions of a day, by when each came to what it is. */
export function list(payments: Payments, { NgayGD }: Message, partner: string, now: number): object {
  const DSGiaoDich = payments
    .all()
    .filter(payment => stamp(payment.at).startsWith(String(NgayGD)))
    .map(payment => standing(payment, partner, now));
  return { MaLoi: '00', NgayGD, TongSo: DSGiaoDich.length, DSGiaoDich };
}
