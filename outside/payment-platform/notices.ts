import { checkOf, stamp } from './check.ts';
import type { Payment } from './payments.ts';

/** What was answered to a notice; status 0 where nobody did. */
export interface Heard {
  readonly status: number;
  readonly body: string;
}

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

/** Posts JSON somewhere, and tells what was answered. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Heard> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      signal: AbortSignal.timeout(10_000),
    });
    return { status: answer.status, body: await answer.text() };
  } catch {
    return { status: 0, body: '' };
  }
}
