import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { actor } from '../dossier/actor.ts';
import { formKind, plainFormId } from '../dossier/form.ts';
import { padLanguage } from '../dossier/ink.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { inkRequestId, padId } from '../pads/pad.ts';

/** What a pad was last asked for; that its time is over is seen by the clock. */
export const storedInkRequest = z.strictObject({
  id: inkRequestId,
  dossier: dossierCode,
  form: plainFormId,
  kind: formKind,
  /** SHA-256 of the file to be signed. */
  document: sha256Hex,
  language: padLanguage,
  askedBy: actor,
  askedAt: instantText,
  expiresAt: instantText,
  state: z.enum(['waiting', 'shown', 'signed', 'declined', 'left']),
});
export type StoredInkRequest = z.infer<typeof storedInkRequest>;

/**
 * A pad that is being paired, or is paired until the end of the day. Of its secret only a digest is kept anywhere. Of
 * its code this item has a digest; the answer that gave it is kept for repeats of its request, longer than the ten
 * minutes for which the code is worth anything.
 */
export const storedPad = z.strictObject({
  id: padId,
  unit: agencyCode,
  name: z.string().max(60),
  pairedBy: z.string().max(100),
  code: z.strictObject({ digest: sha256Hex, until: instantText }),
  /** None before the tablet took the code. */
  secret: sha256Hex.nullable(),
  endsAt: instantText,
  request: storedInkRequest.nullable(),
  /** Counts every change: the condition of the next. */
  version: z.int().min(1),
  /** Epoch second at which the table drops it. */
  expiresAt: z.int(),
});
export type StoredPad = z.infer<typeof storedPad>;

/** Which pad a pairing code is for. */
export const storedPairing = z.strictObject({ unit: agencyCode, pad: padId, expiresAt: z.int() });
export type StoredPairing = z.infer<typeof storedPairing>;
