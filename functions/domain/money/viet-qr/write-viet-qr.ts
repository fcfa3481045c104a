import type { Dong } from '../../../../schemas/money/dong.ts';
import { plainAscii } from '../plain-ascii.ts';
import { writeChecked } from './checked-text.ts';
import { type QrField, writeFields } from './fields.ts';
import { ACCOUNT, BANK, DONG, LONGEST_PURPOSE, MERCHANT, NAPAS, type PaidInto, SERVICES } from './format.ts';

/** What a code shall ask for. */
export interface VietQrOrder {
  /** Number of the bank (BIN), six digits. */
  readonly bank: string;
  /** At most 19 letters and digits. */
  readonly account: string;
  readonly into?: PaidInto;
  readonly dynamic?: boolean;
  readonly amount?: Dong;
  readonly purpose?: string;
  readonly billNumber?: string;
}

/**
 * The text of a VietQR code for one payment; its purpose without accents, cut to 25 characters.
 * @throws RangeError for a bank or account that no code can carry, or an amount of nothing.
 */
export function writeVietQr(order: VietQrOrder): string {
  const { bank, account, amount, into = 'account', dynamic = true } = order;
  if (!BANK.test(bank)) throw new RangeError('the number of a bank has six digits');
  if (!ACCOUNT.test(account)) throw new RangeError('an account has 1 to 19 letters and digits');
  if (amount === 0) throw new RangeError('a code asks for more than nothing');
  const receiver = writeFields([field('00', bank), field('01', account)]);
  const merchant = [field('00', NAPAS), field('01', receiver), field('02', SERVICES[into])];
  const more = [field('01', cut(order.billNumber)), field('08', cut(order.purpose))].filter(
    ({ value }) => value !== '',
  );
  return writeChecked([
    field('00', '01'),
    field('01', dynamic ? '12' : '11'),
    field(MERCHANT, writeFields(merchant)),
    field('53', DONG),
    ...(amount === undefined ? [] : [field('54', String(amount))]),
    field('58', 'VN'),
    ...(more.length === 0 ? [] : [field('62', writeFields(more))]),
  ]);
}

const field = (tag: string, value: string): QrField => ({ tag, value });
const cut = (text = '') => plainAscii(text).slice(0, LONGEST_PURPOSE).trimEnd();
