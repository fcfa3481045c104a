import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { refusalCode } from '../land-tax/entries.ts';
import { documentNumber } from '../land-tax/notice.ts';
import { askedObligations, landParcel, otherParty, slipId } from '../land-tax/slip.ts';

/**
 * A transfer slip with what it says, and how its delivery stands. `queued`: to be sent; `unsure`: sent, and nobody
 * knows whether it arrived, so that it is asked about first; `taken`: the tax office has it; `refused`: it does not
 * want it; `ended`: nothing is expected any more.
 */
export const storedLandSlip = z.strictObject({
  slip: slipId,
  dossier: dossierCode,
  parcel: landParcel,
  obligations: askedObligations,
  other: otherParty.nullable(),
  sentAt: instantText,
  state: z.enum(['queued', 'unsure', 'taken', 'refused', 'ended']),
  /** How often the tax office was turned to, when last, and why that failed; null where it did not. */
  tries: z.int().min(0),
  triedAt: instantText.nullable(),
  trouble: z.enum(['notConnected', 'slow', 'unreachable', 'refused', 'untrustworthy']).nullable(),
  /** The tax office's own number of it. */
  number: documentNumber.nullable(),
  refusal: z.strictObject({ code: refusalCode, reason: z.string().max(500) }).nullable(),
  /** The place in the list of what is to be sent or asked about. */
  wakePk: z.string().optional(),
  wakeSk: z.string().optional(),
});
export type StoredLandSlip = z.infer<typeof storedLandSlip>;

/** A message of the tax office that was taken in, once by its number: told again, it must say the same. */
export const storedTaxMessage = z.strictObject({
  slip: slipId,
  digest: sha256Hex,
  at: instantText,
});
export type StoredTaxMessage = z.infer<typeof storedTaxMessage>;

/** How many messages were not believed, or not taken in, on a day. */
export const storedTaxRefusals = z.strictObject({
  forged: z.int().min(0).optional(),
  stale: z.int().min(0).optional(),
  malformed: z.int().min(0).optional(),
  unknownSlip: z.int().min(0).optional(),
  otherDossier: z.int().min(0).optional(),
  differing: z.int().min(0).optional(),
  outOfPlace: z.int().min(0).optional(),
});
export type TaxRefusal = keyof z.infer<typeof storedTaxRefusals>;
