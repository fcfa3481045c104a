import * as z from 'zod';
import { taxCode } from '../codes/tax-code.ts';

const address = z.url({ protocol: /^https?$/ });
const credential = z.string().min(1).max(200);

/**
 * How a deployment issues receipts through VNPT: the value of its secret. Each collecting body has its own site and
 * accounts there: one of the officer who issues (`Account`), one of the service (`username`, right ServiceRole).
 */
export const vnptConnection = z.strictObject({
  bodies: z
    .array(
      z.strictObject({
        taxCode,
        /** Where `PublishService.asmx`, `BusinessService.asmx` and `PortalService.asmx` are. */
        url: address,
        account: credential,
        accountPassword: credential,
        username: credential,
        password: credential,
      }),
    )
    .min(1),
});
export type VnptConnection = z.infer<typeof vnptConnection>;

/** The same through Viettel: one site, and an account of each collecting body. */
export const viettelConnection = z.strictObject({
  /** Before `/auth/login` and `/services/einvoiceapplication/api`. */
  url: address,
  bodies: z.array(z.strictObject({ taxCode, username: credential, password: credential })).min(1),
});
export type ViettelConnection = z.infer<typeof viettelConnection>;
