import * as z from 'zod';

/** Where money comes in without a hand: the national payment platform, or a credit on the unit's bank account. */
export const gateway = z
  .enum(['platform', 'bank'])
  .meta({ id: 'Gateway', description: 'Way in of online money (cổng thanh toán, chuyển khoản VietQR)' });
export type Gateway = z.infer<typeof gateway>;

/** Our own name for one request for payment (mã tham chiếu): told to the gateway, and back by it. */
export const paymentReference = z
  .string()
  .regex(/^[A-Z0-9]{12,30}$/)
  .meta({ id: 'PaymentReference', description: 'Reference of a request for payment (mã tham chiếu)' });

/** The gateway's own name for money that came in (mã giao dịch). */
export const transactionName = z.string().min(1).max(100);
