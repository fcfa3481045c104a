import * as z from 'zod';

const address = z.url({ protocol: /^https?$/ });

/**
 * How a deployment reaches the national payment platform: the value of its secret. Beside the credential also the
 * addresses, so that a move of the platform needs no deployment.
 */
export const paymentConnection = z.strictObject({
  url: address,
  /** Where messages go that do not go to `url`. */
  addresses: z
    .strictObject({ init: address, query: address, bill: address, list: address })
    .partial()
    .default({}),
  /** Code of the deployment at the platform (mã đối tác). */
  partner: z.string().min(1).max(50),
  /** What check codes are made with, of messages both ways. */
  secret: z.string().min(1).max(500),
  /** The account that is paid into where a unit has none of its own (tài khoản thụ hưởng). */
  beneficiary: z
    .strictObject({
      account: z.string().min(1).max(50),
      bank: z.string().min(1).max(50),
      name: z.string().min(1).max(200),
    })
    .optional(),
});
export type PaymentConnection = z.infer<typeof paymentConnection>;
