import { type Dong, dong } from '../../../../schemas/money/dong.ts';
import { readChecked } from './checked-text.ts';
import { fieldOf, type QrField, readFields } from './fields.ts';
import { ACCOUNT, BANK, DONG, MERCHANT, NAPAS, type PaidInto, SERVICES } from './format.ts';

/** What a VietQR code asks for. */
export interface VietQr {
  /** Number of the bank (BIN). */
  readonly bank: string;
  readonly account: string;
  readonly into: PaidInto;
  /** Made for one payment, not to be paid into again and again. */
  readonly dynamic: boolean;
  readonly amount?: Dong;
  readonly purpose?: string;
  readonly billNumber?: string;
  /** Everything it says, in its order, but for the check. */
  readonly fields: readonly QrField[];
}

/**
 * Reads a VietQR code (NAPAS, EMVCo); undefined if it is none, or any part of it that says who gets what is not
 * right.
 */
export function readVietQr(text: string): VietQr | undefined {
  const fields = readChecked(text);
  const merchant = readFields(fieldOf(fields, MERCHANT) ?? '');
  const receiver = readReceiver(fieldOf(merchant, '01') ?? '');
  if (!fields || !receiver || fieldOf(merchant, '00') !== NAPAS) return undefined;
  const amount = readAmount(fieldOf(fields, '54'));
  const currency = fieldOf(fields, '53') ?? DONG;
  if (amount === 'unreadable' || currency !== DONG) return undefined;
  // Longer purposes than may be written are read: published codes have them.
  const more = readFields(fieldOf(fields, '62') ?? '');
  const [purpose, billNumber] = [fieldOf(more, '08'), fieldOf(more, '01')];
  return {
    ...receiver,
    into: fieldOf(merchant, '02') === SERVICES.card ? 'card' : 'account',
    dynamic: fieldOf(fields, '01') === '12',
    ...(amount !== undefined && { amount }),
    ...(purpose !== undefined && { purpose }),
    ...(billNumber !== undefined && { billNumber }),
    fields,
  };
}

/**
 * Bank and account. An account that goes on beyond its own length is read to the end of the field it is in: the first
 * example that NAPAS published says 12 of an account of 13 digits.
 */
function readReceiver(text: string): Pick<VietQr, 'bank' | 'account'> | undefined {
  const [, long] = /^0006\d{6}01\d{2}(.*)$/.exec(text) ?? [];
  const fields = readFields(text);
  const bank = fields ? fieldOf(fields, '00') : text.slice(4, 10);
  const account = fields ? fieldOf(fields, '01') : long;
  return bank && account && BANK.test(bank) && ACCOUNT.test(account) ? { bank, account } : undefined;
}

function readAmount(text: string | undefined): Dong | 'unreadable' | undefined {
  if (text === undefined) return undefined;
  const read = /^\d{1,13}$/.test(text) ? dong.safeParse(Number(text)) : undefined;
  return read?.success ? read.data : 'unreadable';
}
