import * as z from 'zod';

/**
 * What is known of the format of the national payment platform (nền tảng thanh toán của Cổng Dịch vụ công quốc gia,
 * PayPlat), and from where. A deployment compares it with the document that the platform gives it, and changes this
 * file with a new version.
 */
export const PAYMENT_PLATFORM_FORMAT = {
  version: '1.0.6',
  read: '2026-11-27',
  source:
    'Messages and check codes as two published systems of provinces send and read them (found in code, not in a document of the platform)',
  ours: [
    'the list of a day (LIST, DSGiaoDich): no such message is published',
    'which error code says that a reference is not known: any other is taken for a refusal, and nothing is opened again',
  ],
  unconfirmed: [
    'the names of messages in LoaiBanTin: INIT, QUERY, GET_BILL, CONFIRM',
    'one address for all messages: a deployment may name others',
    'INIT answers error_code 0 with message.UrlThanhToan; the other system reads MaLoi 00 and UrlThanhToan',
    'QUERY says TrangThaiGD 1 paid, 3 not known yet, 4 failed, and the time of payment in ThoiGianGD; what signs it, if anything',
    'GET_BILL is asked with the time of opening (one system sends the time of payment) and gives a PDF, bare or in Base64 as BienLai',
    'LoaiPhiLePhi: 1 for a fee (phí), 2 for a charge (lệ phí)',
    'MaDVC is the code of the procedure and .01',
    'in a notice ThoiGianGD comes before ThongTinGiaoDich where the check code is made (one system had them the other way round)',
    'an amount of a notice is a JSON number without decimals, or the same as text',
    'the answer to a notice: MaLoi, MoTaLoi, MaDoiTac, MaThamChieu, ThoiGianGD, MaXacThuc',
    'how long texts may be',
  ],
} as const;

/** Error codes that the platform gives. */
export const PLATFORM_CODES = { fine: ['00', '0'], unknownReference: ['05'] } as const;

/** State of a transaction (TrangThaiGD). */
export const PLATFORM_STATES = { paid: '1', open: '3', failed: '4' } as const;

export const PLATFORM_CURRENCY = 'VND';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.string().regex(/^\d{14}$/);
const amount = z.int().min(0);
const reference = z.string().regex(/^[A-Z0-9]{1,30}$/);
const head = { PhienBan: z.string(), MaDoiTac: z.string().min(1).max(50) };

/** What the receipt shall say (thông tin biên lai). */
export const platformReceipt = z.strictObject({
  MaDichVu: z.literal('2'),
  MaDVC: z.string().max(50),
  TenDVC: z.string().max(500),
  MaTTHC: z.string().max(50),
  TenTTHC: z.string().max(500),
  MaDonVi: z.string().max(50),
  TenDonVi: z.string().max(300),
  MaHoSo: z.string().max(50),
  TKThuHuong: z.string().min(1).max(50),
  MaNHThuHuong: z.string().min(1).max(50),
  TenTKThuHuong: z.string().max(200),
  HoTenNguoiNop: z.string().max(200),
  SoCMNDNguoiNop: z.string().max(50),
  DiaChiNguoiNop: z.string().max(300),
  HuyenNguoiNop: z.string(),
  TinhNguoiNop: z.string(),
  NoiDungThanhToan: z.string().max(200),
  PhiLePhi: z.array(
    z.strictObject({
      LoaiPhiLePhi: z.enum(['1', '2']),
      MaPhiLePhi: z.string().max(50),
      TenPhiLePhi: z.string().max(300),
      SoTien: amount,
    }),
  ),
  DSKhoanNop: z.array(z.strictObject({ NoiDung: z.string().max(300), SoTien: amount })),
});

/** Opens a payment (khởi tạo giao dịch). Members are in the order of the check code. */
export const platformInit = z.strictObject({
  LoaiBanTin: z.literal('INIT'),
  ...head,
  MaThamChieu: reference,
  SoTien: amount.min(1),
  LoaiHinhThanhToan: z.literal('PAY'),
  MaKenhThanhToan: z.literal('1'),
  MaThietBi: z.literal('1'),
  NgonNgu: z.literal('vi-VN'),
  MaTienTe: z.literal(PLATFORM_CURRENCY),
  MaNganHang: z.literal('PAYMENT'),
  ThongTinGiaoDich: z.string().max(200),
  ThoiGianGD: time,
  Ip: z.string().max(45),
  MaXacThuc: digest,
  ThongTinBienLai: platformReceipt,
});
export type PlatformInit = z.infer<typeof platformInit>;

/** Asks about a payment (truy vấn giao dịch), or for its receipt (lấy biên lai). */
export const platformQuestion = z.strictObject({
  LoaiBanTin: z.enum(['QUERY', 'GET_BILL']),
  ...head,
  MaThamChieu: reference,
  ThoiGianGD: time,
  MaXacThuc: digest,
});
export type PlatformQuestion = z.infer<typeof platformQuestion>;

/** Asks for the transactions of a day. This message is ours. */
export const platformListRequest = z.strictObject({
  LoaiBanTin: z.literal('LIST'),
  ...head,
  NgayGD: z.string().regex(/^\d{8}$/),
  MaXacThuc: digest,
});
export type PlatformListRequest = z.infer<typeof platformListRequest>;

const code = z.union([z.string().max(40), z.number()]).transform(each => String(each).trim());
const text = z.string().max(1000).nullish();

/** Answer to INIT, in either of the two forms. */
export const platformOpened = z.union([
  z.looseObject({ error_code: code, message: z.unknown() }),
  z.looseObject({ MaLoi: code, UrlThanhToan: z.unknown().optional() }),
]);

export const platformCode = z.looseObject({ MaLoi: code });

/** Answer to QUERY of a payment that the platform knows; amount and time are read apart. */
export const platformStanding = z.looseObject({
  MaThamChieu: z.string().max(60),
  MaDoiTac: text,
  SoTien: z.unknown(),
  MaTienTe: text,
  TrangThaiGD: code,
  MaGiaoDich: text,
  MaNganHang: text,
  ThoiGianGD: z.unknown(),
});

export const platformBill = z.looseObject({ MaLoi: code, BienLai: z.base64().nullish() });

/** Most transactions of a day. */
export const MOST_LISTED = 50_000;
export const platformList = z.looseObject({
  NgayGD: z.string(),
  TongSo: z.int().min(0),
  DSGiaoDich: z.array(z.unknown()).max(MOST_LISTED),
});
