import type { PaymentConnection } from '../../../schemas/outside/payment-connection.ts';
import {
  PAYMENT_PLATFORM_FORMAT,
  type PlatformInit,
  type PlatformListRequest,
  type PlatformQuestion,
  platformInit,
} from '../../../schemas/outside/payment-platform.ts';
import { checkCode } from '../../domain/money/platform/check-code.ts';
import { platformTime } from '../../domain/money/platform/times.ts';
import type { PaymentAsked, PaymentOpening } from '../../domain/ports/payment-gateway.ts';
import { receiptOf } from './receipt.ts';
import { line } from './texts.ts';

type Known = Pick<PaymentConnection, 'partner' | 'secret' | 'beneficiary'>;
const PhienBan = PAYMENT_PLATFORM_FORMAT.version;

/** A payment to be opened, in the platform's format; otherwise a code for what is not right with it. */
export function initMessage(
  opening: PaymentOpening,
  known: Known,
): PlatformInit | { readonly fault: string } {
  const beneficiary = opening.beneficiary ?? known.beneficiary;
  if (!beneficiary) return { fault: 'no-beneficiary' };
  const sum = opening.lines.reduce((total, { amount }) => total + amount, 0);
  if (sum !== opening.amount) return { fault: 'lines-differ' };
  const fields = {
    LoaiBanTin: 'INIT',
    PhienBan,
    MaDoiTac: known.partner,
    MaThamChieu: opening.reference,
    SoTien: opening.amount,
    LoaiHinhThanhToan: 'PAY',
    MaKenhThanhToan: '1',
    MaThietBi: '1',
    NgonNgu: 'vi-VN',
    MaTienTe: 'VND',
    MaNganHang: 'PAYMENT',
    ThongTinGiaoDich: line(opening.purpose, 200),
    ThoiGianGD: platformTime(opening.at),
    Ip: opening.ip,
  };
  const made = platformInit.safeParse({
    ...fields,
    MaXacThuc: checkCode(Object.values(fields), known.secret),
    ThongTinBienLai: receiptOf(opening, beneficiary),
  });
  return made.success ? made.data : { fault: 'unsendable' };
}

/** A question about a payment that was opened, or for its receipt. */
export function questionMessage(
  LoaiBanTin: PlatformQuestion['LoaiBanTin'],
  { reference: MaThamChieu, openedAt }: PaymentAsked,
  { partner: MaDoiTac, secret }: Known,
): PlatformQuestion {
  const fields = { LoaiBanTin, PhienBan, MaDoiTac, MaThamChieu, ThoiGianGD: platformTime(openedAt) };
  return { ...fields, MaXacThuc: checkCode(Object.values(fields), secret) };
}

/** A question for the list of a day. */
export function listMessage(day: string, { partner: MaDoiTac, secret }: Known): PlatformListRequest {
  const fields = { LoaiBanTin: 'LIST' as const, PhienBan, MaDoiTac, NgayGD: day.replaceAll('-', '') };
  return { ...fields, MaXacThuc: checkCode(Object.values(fields), secret) };
}
