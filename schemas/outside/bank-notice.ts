import * as z from 'zod';
import { instantText } from '../instant.ts';
import { dong } from '../money/dong.ts';
import { soughtLine } from '../text.ts';
import { says } from '../words.ts';

/**
 * The notice of money that came in on an account (thông báo biến động số dư). Banks in Viet Nam have no common format:
 * this one is ours, of what their notices carry, and a bank or its agent sends it, or a small translator does.
 */
export const BANK_NOTICE_FORMAT = {
  version: '1',
  ours: ['the whole format: fields, headers, what is signed'],
  source: 'What notices of banks and of services for their accounts in Viet Nam have in common',
  unconfirmed: ['which of these fields the bank of a deployment can send'],
} as const;

/** Seconds since 1970, in digits. */
export const TIMESTAMP_HEADER = 'x-notice-timestamp';
/** `sha256=` and 64 hexadecimal digits: HMAC-SHA256 of the timestamp, a dot and the body as sent. */
export const SIGNATURE_HEADER = 'x-notice-signature';

/** Money that came in (báo có). Other members are passed over, so that a bank may send more. */
export const bankNotice = z.looseObject({
  /** The bank's own number of the entry: the same when the notice comes again. */
  id: z.string().regex(/^[\w.:/-]{1,100}$/),
  account: z.string().regex(/^[0-9A-Za-z]{1,19}$/),
  amount: dong.refine(each => each > 0, says({ vi: 'phải lớn hơn 0 đồng', en: 'must be more than 0 đồng' })),
  currency: z.literal('VND').default('VND'),
  bookedAt: instantText,
  /** What the payer wrote, and what banks on its way put around it (nội dung chuyển khoản). */
  purpose: soughtLine(0, 1000),
  payer: z
    .looseObject({
      name: soughtLine(0, 300).optional(),
      account: soughtLine(0, 50).optional(),
      bank: soughtLine(0, 100).optional(),
    })
    .optional(),
});

/**
 * The notices of banks that a deployment takes: the value of its secret. Each account has a key of its own, so that who
 * may tell of one may not tell of another.
 */
export const bankNoticesConnection = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        bank: z.string().regex(/^\d{6}$/),
        account: bankNotice.shape.account,
        secret: z.string().min(16).max(500),
      }),
    )
    .max(200),
  /** What the secret is drawn with; of no use. */
  drawn: z.string().optional(),
});
export type BankNoticesConnection = z.infer<typeof bankNoticesConnection>;
