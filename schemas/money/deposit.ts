import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { instantText } from '../instant.ts';
import { says } from '../words.ts';
import { dong } from './dong.ts';
import { drawerId } from './drawer-id.ts';

export const depositId = z
  .string()
  .regex(
    /^dp_[0-9a-z]{26}$/,
    says({ vi: 'phải là mã lần nộp, ví dụ dp_…', en: 'must be the id of a deposit, such as dp_…' }),
  )
  .meta({ id: 'CashDepositId' });

/** The bank's number of a deposit (số giấy nộp tiền), by which its statement names it. */
export const slipNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(
    /^[A-Z0-9][A-Z0-9./-]{0,39}$/,
    says({
      vi: 'phải là số giấy nộp tiền: chữ không dấu, chữ số và . / -',
      en: 'must be the number of the slip: letters a to z, digits and . / -',
    }),
  );

/** Most drawers of one deposit: they are changed in one transaction. */
export const MOST_DRAWERS = 20;

/**
 * Cash of closed drawers that was paid in at the bank or the treasury (nộp tiền mặt vào tài khoản). It never changes.
 */
export const cashDeposit = z.strictObject({
  id: depositId,
  unit: agencyCode,
  drawers: z.array(drawerId).min(1).max(MOST_DRAWERS),
  /** What was counted in them, less the change that they were opened with. */
  due: dong,
  amount: dong,
  /** Amount less due: below zero, less was paid in than there was. */
  difference: z.int(),
  reason: z.string().max(2000).nullable(),
  slip: z.string().max(40),
  /** The account of the collecting body that it was paid into. */
  account: z.string().max(50),
  /** The day on the slip. */
  paidInOn: z.iso.date(),
  at: instantText,
  by: z.string().max(100),
});
export type CashDeposit = z.infer<typeof cashDeposit>;

/** A drawer's deposit, as the drawer tells it. */
export const drawerDeposit = cashDeposit.pick({ id: true, slip: true, paidInOn: true, by: true });
export type DrawerDeposit = z.infer<typeof drawerDeposit>;
