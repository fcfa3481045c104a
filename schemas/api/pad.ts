import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { formId, formKind, plainFormId } from '../dossier/form.ts';
import { hardwareInk, inkDrawing, padLanguage } from '../dossier/ink.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { inkRequestId, inkRequestState, pad, padId } from '../pads/pad.ts';
import { padKey, padSecret, pairingCode } from '../pads/secrets.ts';
import { oneLine } from '../text.ts';

export const padOrder = z
  .strictObject({ name: oneLine(1, 60).meta({ description: 'As it stands at the desk: “Quầy 2”' }) })
  .meta({ id: 'PadOrder' });

/** A pad that waits for its tablet, with the code that pairs it once. */
export const padInPairing = pad
  .extend({ code: z.string(), codeExpiresAt: instantText })
  .meta({ id: 'PadInPairing' });

export const inkOrder = z
  .strictObject({
    pad: padId,
    form: plainFormId.meta({ description: 'A form on which the applicant has a place to sign' }),
    language: padLanguage.default('vi').meta({ description: 'What the pad speaks with who signs' }),
  })
  .meta({ id: 'InkOrder' });

export const hardwareInkOrder = hardwareInk
  .extend({
    form: plainFormId,
    documentHash: sha256Hex.meta({ description: 'Of the file that was put on the pad' }),
  })
  .meta({ id: 'HardwareInkOrder' });

/** Ink that the ledger knows of. */
export const inkTaken = z
  .strictObject({
    dossier: dossierCode,
    form: formId.meta({ description: 'The form with the ink on it' }),
    document: sha256Hex,
    ink: sha256Hex,
    takenAt: instantText,
  })
  .meta({ id: 'InkTaken' });
export type InkTaken = z.infer<typeof inkTaken>;

export const pairingOrder = z
  .strictObject({ code: pairingCode, secret: padSecret })
  .meta({ id: 'PairingOrder' });

export const pairedPad = z
  .strictObject({ unit: agencyCode, id: padId, name: z.string(), unitName: z.string(), endsAt: instantText })
  .meta({ id: 'PairedPad' });

export const padLook = z
  .strictObject({
    pad: padKey,
    shown: inkRequestId.optional().meta({ description: 'What it shows already: then without the document' }),
  })
  .meta({ id: 'PadLook' });

const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fact'),
    label: z.string(),
    value: z.string(),
    strong: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    look: z.enum(['plain', 'note', 'addressee']).optional(),
  }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
]);

/** What the file says, to be read on a tablet. */
export const shownDocument = z
  .strictObject({
    agency: z.string(),
    number: z.string(),
    placeAndDate: z.string(),
    title: z.string(),
    subtitle: z.string(),
    blocks: z.array(block),
    signer: z.strictObject({ title: z.string(), name: z.string() }),
    mark: z.string(),
    url: z.url().meta({ description: 'The file itself, for five minutes' }),
  })
  .meta({ id: 'ShownDocument' });

/** What a pad sees: who it belongs to, and what waits on it. */
export const padView = z
  .strictObject({
    name: z.string(),
    unitName: z.string(),
    endsAt: instantText,
    request: z
      .strictObject({
        id: inkRequestId,
        language: padLanguage,
        kind: formKind,
        documentHash: sha256Hex,
        secondsLeft: z.int().min(0),
        document: shownDocument.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'PadView' });

const ofRequest = { pad: padKey, request: inkRequestId };

/** What came of a request on a pad: ink, or none. `left`: nobody touched the pad. */
export const padAnswer = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('signed'),
      ...ofRequest,
      documentHash: sha256Hex,
      drawing: inkDrawing,
    }),
    z.strictObject({ outcome: z.literal('declined'), ...ofRequest }),
    z.strictObject({ outcome: z.literal('left'), ...ofRequest }),
  ])
  .meta({ id: 'PadAnswer' });
export type PadAnswer = z.infer<typeof padAnswer>;

export const padAnswered = z
  .strictObject({ request: inkRequestId, state: inkRequestState })
  .meta({ id: 'PadAnswered' });
