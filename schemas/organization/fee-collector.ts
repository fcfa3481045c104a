import * as z from 'zod';
import { taxCode } from '../codes/tax-code.ts';
import { serialLetters } from '../money/receipt-name.ts';
import { receiptIssuer } from '../money/receipt-provider.ts';
import { publishedLine } from '../text.ts';
import { says } from '../words.ts';

/**
 * The body that collects fees for a unit and for those under it (cơ quan thu phí, lệ phí): its name and tax code on
 * receipts, and its account at treasury or bank.
 */
export const feeCollector = z
  .strictObject({
    name: publishedLine(1, 300),
    taxCode,
    /** Letters of the serial of its receipts; AA by default. One published for a year holds from its first day on. */
    receiptLetters: serialLetters.optional(),
    /** Who issues its receipts; this system unless a provider is named. One serial is of one issuer for ever. */
    receiptIssuer: receiptIssuer.optional(),
    /** Who reports to the tax office what a provider issued: the provider itself, unless this system shall. */
    receiptsReportedBy: z.enum(['provider', 'own']).optional(),
    account: z.strictObject({
      /** NAPAS number of the bank (BIN). */
      bank: z
        .string()
        .regex(
          /^\d{6}$/,
          says({ vi: 'phải là mã ngân hàng NAPAS gồm 6 chữ số', en: 'must be the 6 digits of a bank' }),
        ),
      bankName: publishedLine(1, 100),
      /** Digits, and letters in virtual accounts. */
      number: z.string().regex(
        /^[0-9A-Z]{4,19}$/,
        says({
          vi: 'phải là số tài khoản, 4 đến 19 chữ số hoặc chữ in hoa',
          en: 'must be the number of an account: 4 to 19 digits or capital letters',
        }),
      ),
      holder: publishedLine(1, 200),
    }),
  })
  .meta({ id: 'FeeCollector', description: 'Body that collects fees (cơ quan thu phí, lệ phí)' });
export type FeeCollector = z.infer<typeof feeCollector>;
