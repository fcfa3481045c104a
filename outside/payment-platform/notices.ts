import { checkOf, stamp } from './check.ts';
import type { Payment } from './payments.ts';

/** The platform's notice of a payment. */
export function noticeOf(payment: Payment, partner: string, secret: string): Record<string, unknown> {
  const fields = {
    LoaiBanTin: 'CONFIRM',
    MaLoi: payment.state === 'paid' ? '00' : '24',
    MaDoiTac: partner,
    MaThamChieu: payment.reference,
    SoTien: payment.amount,
    MaTienTe: 'VND',
    MaGiaoDich: payment.transaction,
    MaNganHang: payment.bank,
    ThoiGianGD: stamp(payment.at),
    ThongTinGiaoDich: payment.message['ThongTinGiaoDich'],
  };
  return { ...fields, MaXacThuc: checkOf(Object.values(fields), secret) };
}
