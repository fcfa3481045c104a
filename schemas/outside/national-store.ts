import * as z from 'zod';

/**
 * What is known of the format, and from where. A deployment compares it with the document that Văn phòng Chính phủ
 * gives it, and changes this file with a new version.
 */
export const NATIONAL_STORE_FORMAT = {
  version: '2026-11-27',
  source:
    'Names of fields as a province’s published system sends and reads them (found in code, not in a regulation)',
  unconfirmed: [
    'an empty SoKyHieu asks for all papers of the kind',
    'errorCode 0 or 00, as a number or as text, says that the question was answered',
    'SoDinhDanhNguoiYeuCau is of who applies or hands in, not of the officer who asks',
    'KenhThucHien has the codes of the synchronization of dossiers: 1 counter, 2 online, 3 post',
    'DuongDan is a link, absolute or from the address of the store, that the same token opens',
    'what signature signs, and by which key: it is not relied on',
    'a token by client credentials (consumer key and secret), as at the platforms that provinces share data by',
  ],
} as const;

/** How many kinds of results one question names at most. */
export const MOST_KINDS = 50;

/** What the store is asked (truy vấn kho dữ liệu điện tử của tổ chức, cá nhân trên Cổng Dịch vụ công quốc gia). */
export const storeRequest = z.strictObject({
  SoDinhDanhChuSoHuu: z.string().min(1).max(50),
  HoTenNguoiYeuCau: z.string().max(300),
  KenhThucHien: z.enum(['1', '2', '3']),
  SoDinhDanhNguoiYeuCau: z.string().min(1).max(50),
  MaThuTuc: z.string().max(40),
  DanhSachDanhMucKetQua: z
    .array(z.strictObject({ MaKetQua: z.string().max(60), SoKyHieu: z.string().max(200) }))
    .min(1)
    .max(MOST_KINDS),
});
export type StoreRequest = z.infer<typeof storeRequest>;

const attachment = z.looseObject({
  TenTep: z.string().max(500).nullish(),
  DuongDan: z.string().min(1).max(4000),
});

/** A paper as the store tells of it. */
export const storedPaper = z.looseObject({
  MaKetQua: z.string().min(1).max(60),
  TenGiayTo: z.string().max(1000).nullish(),
  SoKyHieu: z.string().min(1).max(200),
  CoQuanChuQuan: z.string().max(500).nullish(),
  DanhSachTepDinhKem: z.array(z.unknown()).max(100).nullish(),
});

/** What it answers; papers and files are read one by one, so that one that cannot be read hides no other. */
export const storeAnswer = z.looseObject({
  errorCode: z.union([z.string().max(40), z.number()]),
  message: z.string().nullish(),
  result: z.looseObject({ DanhSachGiayToKetQua: z.array(z.unknown()).max(500).nullish() }).nullish(),
});
export { attachment as storeAttachment };

/** A token of the platform that the store is reached by. */
export const storeToken = z.looseObject({
  access_token: z.string().min(1).max(8000),
  expires_in: z.coerce.number().min(0).optional(),
});

/**
 * How a deployment reaches the store: the value of its secret. Beside the credential also the addresses, so that a
 * move of the store needs no deployment.
 */
export const storeConnection = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  tokenUrl: z.url({ protocol: /^https?$/ }),
  consumerKey: z.string().min(1).max(500),
  consumerSecret: z.string().min(1).max(500),
  /** Hosts, `name` or `name:port`, beside the store's own that its links may name. */
  fileHosts: z.array(z.string().min(1).max(260)).default([]),
});
export type StoreConnection = z.infer<typeof storeConnection>;
