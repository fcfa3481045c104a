import * as z from 'zod';

/** Where money comes in without a hand: the national payment platform, or a credit on the unit's bank account. */
export const gateway = z
  .enum(['platform', 'bank'])
  .meta({ id: 'Gateway', description: 'Way in of online money (cổng thanh toán, chuyển khoản VietQR)' });
export type Gateway = z.infer<typeof gateway>;

/**
 * By what way money reaches the treasury: what gateways took in, and cash of drawers that an officer paid in at the
 * bank or the treasury (nộp tiền mặt vào tài khoản).
 */
export const treasuryWay = z.enum([...gateway.options, 'deposit']).meta({
  id: 'TreasuryWay',
  description: 'Way of money to the treasury: a gateway, or cash paid in (deposit)',
});
export type TreasuryWay = z.infer<typeof treasuryWay>;

/** Our own name for one request for payment (mã tham chiếu): told to the gateway, and back by it. */
export const paymentReference = z
  .string()
  .regex(/^[A-Z0-9]{12,30}$/)
  .meta({ id: 'PaymentReference', description: 'Reference of a request for payment (mã tham chiếu)' });

/** The gateway's own name for money that came in (mã giao dịch). */
export const transactionName = z.string().min(1).max(100);
