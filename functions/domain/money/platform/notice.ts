import type { Dong } from '../../../../schemas/money/dong.ts';
import type { PaymentConnection } from '../../../../schemas/outside/payment-connection.ts';
import { PLATFORM_CODES, PLATFORM_CURRENCY } from '../../../../schemas/outside/payment-platform.ts';
import type { Words } from '../../../../schemas/words.ts';
import { readAmount } from './amounts.ts';
import { BETWEEN, codeFits } from './check-code.ts';
import { readPlatformTime } from './times.ts';
import { readLine, readTransaction } from './transactions.ts';

/** What the payment platform tells by itself of a payment (IPN, thông báo kết quả thanh toán). */
export interface PaymentNotice {
  readonly result: 'paid' | 'failed';
  /** Error code of the platform: 00 where it was paid. */
  readonly code: string;
  readonly partner: string;
  readonly reference: string;
  /** What was paid, which need not be what was asked for. */
  readonly amount: Dong;
  readonly currency: string;
  /** The platform's number of the transaction; empty where none came about. */
  readonly transaction: string;
  readonly bank: string;
  /** RFC 3339 in Vietnam's time. */
  readonly at: string;
  readonly description: string;
}

/** forged: whoever sent it does not know the secret. malformed: it comes from the platform and cannot be used. */
export type NoticeRead =
  | { readonly verdict: 'genuine'; readonly notice: PaymentNotice }
  | { readonly verdict: 'forged' }
  | { readonly verdict: 'malformed'; readonly fault: Words };

/** In the order of the check code. */
const FIELDS = [
  'LoaiBanTin',
  'MaLoi',
  'MaDoiTac',
  'MaThamChieu',
  'SoTien',
  'MaTienTe',
  'MaGiaoDich',
  'MaNganHang',
  'ThoiGianGD',
  'ThongTinGiaoDich',
] as const;
type Told = Readonly<Record<(typeof FIELDS)[number], string>>;
const LONGEST = 1000;

/** Reads a notice. Its check code is compared before anything it says is believed. */
export function readNotice(
  body: unknown,
  { secret, partner }: Pick<PaymentConnection, 'secret' | 'partner'>,
): NoticeRead {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return malformed(FAULTS.shape);
  const given = body as Readonly<Record<string, unknown>>;
  const texts = FIELDS.map(field => textOf(given[field]));
  const said = texts.filter(text => text !== undefined);
  if (said.length < FIELDS.length) return malformed(FAULTS.shape);
  if (!codeFits(given['MaXacThuc'], said, secret)) return { verdict: 'forged' };
  // With the sign between the fields in one of them, the same code fits other fields, too.
  if (said.some(text => text.includes(BETWEEN))) return malformed(FAULTS.between);
  return believed(Object.fromEntries(FIELDS.map((field, at) => [field, said[at]])) as Told, partner);
}

function believed(told: Told, ours: string): NoticeRead {
  const { MaLoi: code, MaDoiTac: partner, MaThamChieu: reference, MaTienTe: currency } = told;
  const transaction = told.MaGiaoDich === '' ? '' : readTransaction(told.MaGiaoDich);
  const amount = readAmount(told.SoTien);
  const at = readPlatformTime(told.ThoiGianGD);
  const result = PLATFORM_CODES.fine.some(fine => fine === code) ? 'paid' : 'failed';
  if (partner !== ours) return malformed(FAULTS.partner);
  if (!/^[A-Z0-9]{1,30}$/.test(reference)) return malformed(FAULTS.reference);
  if (amount === undefined) return malformed(FAULTS.amount);
  if (currency !== PLATFORM_CURRENCY) return malformed(FAULTS.currency);
  if (at === undefined) return malformed(FAULTS.time);
  if (!/^\w{1,10}$/.test(code)) return malformed(FAULTS.code);
  if (transaction === undefined || (result === 'paid' && transaction === ''))
    return malformed(FAULTS.transaction);
  const [bank, description] = [readLine(told.MaNganHang), readLine(told.ThongTinGiaoDich)];
  return {
    verdict: 'genuine',
    notice: { result, code, partner, reference, amount, currency, transaction, bank, at, description },
  };
}

/** A field as it stood in the message: what is missing counts as empty; undefined for what is no text or number. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'string') {
    const text = String(value);
    return text.length > LONGEST ? undefined : text;
  }
  return undefined;
}

const malformed = (fault: Words): NoticeRead => ({ verdict: 'malformed', fault });

const FAULTS = {
  shape: {
    vi: 'thông báo không đúng cấu trúc bản tin của nền tảng thanh toán',
    en: 'the notice does not have the shape of a message of the payment platform',
  },
  between: {
    vi: 'thông báo có dấu | trong một trường, nên mã xác thực không còn rõ nghĩa',
    en: 'a field of the notice contains |, so its check code is ambiguous',
  },
  partner: { vi: 'thông báo của đối tác khác', en: 'the notice is for another partner' },
  reference: { vi: 'mã tham chiếu không đúng dạng', en: 'the reference is invalid' },
  amount: {
    vi: 'số tiền phải là số đồng nguyên, không âm, không có phần thập phân',
    en: 'the amount must be whole đồng, neither negative nor with decimals',
  },
  currency: { vi: 'loại tiền không phải VND', en: 'the currency is not VND' },
  time: { vi: 'thời gian giao dịch không có thật', en: 'the time of the transaction does not exist' },
  code: { vi: 'thiếu mã lỗi hoặc mã lỗi không đúng dạng', en: 'the error code is missing or invalid' },
  transaction: {
    vi: 'thiếu mã giao dịch hoặc mã giao dịch không đúng dạng',
    en: 'the number of the transaction is missing or invalid',
  },
} as const satisfies Readonly<Record<string, Words>>;
