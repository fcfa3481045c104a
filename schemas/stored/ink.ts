import * as z from 'zod';
import { dossierCode } from '../codes/dossier-code.ts';
import { plainFormId } from '../dossier/form.ts';
import { hardwareInk, inkDrawing } from '../dossier/ink.ts';
import { sha256Hex } from '../instant.ts';
import { padId } from '../pads/pad.ts';

/**
 * Handwriting as it is kept beside the forms, named by the digest of its canonical JSON. When it was taken and for whom
 * says the ledger, which holds that digest.
 */
export const keptInk = z.strictObject({
  dossier: dossierCode,
  form: plainFormId,
  /** Of the file that was signed. */
  document: sha256Hex,
  taken: z.discriminatedUnion('means', [
    z.strictObject({ means: z.literal('pad'), pad: padId, request: z.string().max(60), ...inkDrawing.shape }),
    z.strictObject({ means: z.literal('hardware'), ...hardwareInk.shape }),
  ]),
});
export type KeptInk = z.infer<typeof keptInk>;
