import * as z from 'zod';
import { documentNumber, landNotice, paidDong } from './notice.ts';
import { obligationKind, slipId } from './slip.ts';

/** Code by which the tax office refuses a slip. */
export const refusalCode = z.string().regex(/^[\w.-]{1,20}$/);

/**
 * Entries of a dossier's ledger about what is owed the treasury. None names a person or a parcel: those stand in the
 * slip, beside the ledger.
 */
export const landTaxEntries = [
  /** A transfer slip is to go to the tax office (phiếu chuyển thông tin). */
  z.strictObject({
    type: z.literal('landSlipSent'),
    slip: slipId,
    kinds: z.array(obligationKind).min(1).max(obligationKind.options.length),
  }),
  /** The tax office does not take it. */
  z.strictObject({ type: z.literal('landSlipRefused'), slip: slipId, code: refusalCode }),
  /** The tax office's notice came; one that it corrects no longer holds. */
  z.strictObject({
    type: z.literal('landNoticeReceived'),
    slip: slipId,
    notice: landNotice,
    replaces: documentNumber.nullable(),
  }),
  /** The tax office took its notice back. */
  z.strictObject({ type: z.literal('landNoticeWithdrawn'), slip: slipId, notice: documentNumber }),
  /** Money reached the treasury. Who says so: the tax office, or an officer who accepted the citizen's document. */
  z.strictObject({
    type: z.literal('landTaxPaid'),
    slip: slipId,
    notice: documentNumber,
    document: documentNumber,
    amount: paidDong,
    paidOn: z.iso.date(),
    source: z.enum(['taxOffice', 'officer']),
  }),
] as const;

/** What the head of a dossier keeps of it: the fold of these entries. */
export const landTax = z.strictObject({
  /** The last slip that was sent, and how many were. */
  slip: slipId,
  slips: z.int().min(1),
  kinds: z.array(obligationKind),
  /** The code by which it was refused; null otherwise. */
  refused: refusalCode.nullable(),
  /** The notice in force. */
  notice: landNotice.nullable(),
  /** What reached the treasury, with the documents that say so; also under notices that were replaced. */
  paid: z.array(z.strictObject({ document: documentNumber, amount: paidDong, paidOn: z.iso.date() })),
});
export type LandTax = z.infer<typeof landTax>;
