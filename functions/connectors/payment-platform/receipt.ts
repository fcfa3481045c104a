import type { PlatformInit } from '../../../schemas/outside/payment-platform.ts';
import type { Beneficiary, PaymentOpening } from '../../domain/ports/payment-gateway.ts';
import { line } from './texts.ts';

/** Loại phí, lệ phí. */
const SORTS = { fee: '1', charge: '2' } as const;

/** What the platform's receipt shall say of a payment. */
export function receiptOf(
  { purpose, dossier, procedure, unit, payer, lines }: PaymentOpening,
  beneficiary: Beneficiary,
): PlatformInit['ThongTinBienLai'] {
  const name = line(procedure.name, 500);
  return {
    MaDichVu: '2',
    MaDVC: `${procedure.code}.01`,
    TenDVC: name,
    MaTTHC: procedure.code,
    TenTTHC: name,
    MaDonVi: unit.code,
    TenDonVi: line(unit.name, 300),
    MaHoSo: dossier,
    TKThuHuong: beneficiary.account,
    MaNHThuHuong: beneficiary.bank,
    TenTKThuHuong: line(beneficiary.name, 200),
    HoTenNguoiNop: line(payer.name, 200),
    SoCMNDNguoiNop: line(payer.number, 50),
    DiaChiNguoiNop: line(payer.address, 300),
    HuyenNguoiNop: '',
    TinhNguoiNop: '',
    NoiDungThanhToan: line(purpose, 200),
    PhiLePhi: lines.map(each => ({
      LoaiPhiLePhi: SORTS[each.sort],
      MaPhiLePhi: line(each.code, 50),
      TenPhiLePhi: line(each.name, 300),
      SoTien: each.amount,
    })),
    DSKhoanNop: lines.map(each => ({ NoiDung: line(each.name, 300), SoTien: each.amount })),
  };
}
