import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { taxCode } from '../codes/tax-code.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { dong } from '../money/dong.ts';
import { receiptReference } from '../money/receipt.ts';
import { correctionKind, receiptId } from '../money/receipt-entries.ts';
import { receiptName } from '../money/receipt-name.ts';
import { receiptProvider, receiptRequestId } from '../money/receipt-provider.ts';
import { severalLines } from '../text.ts';

const issuedKind = z.enum(['original', ...correctionKind.options]);

/** A receipt of a dossier as it is shown, with links to its files. */
const receiptView = z
  .strictObject({
    receipt: receiptId,
    ...receiptName.shape,
    unit: agencyCode,
    taxCode,
    kind: issuedKind,
    /** The receipt that this one replaces or adjusts. */
    of: receiptReference.nullable(),
    amount: dong,
    /** What it stands for with its adjustments. */
    standing: dong,
    state: z.enum(['stands', 'adjusted', 'replaced']),
    date: z.iso.date(),
    issuedAt: instantText,
    sha256: sha256Hex,
    size: z.int(),
    /** Officers are shown a correction that waits; reason and officer stand in the ledger. */
    correction: z
      .strictObject({ kind: correctionKind, amount: dong, state: z.enum(['asked', 'approved']) })
      .nullable(),
    /** The provider that issued it; null where this system did. */
    provider: receiptProvider.nullable(),
    /** The signed receipt, which a provider keeps to itself (null), and its readable page. */
    xml: z.url().nullable(),
    pdf: z.url(),
  })
  .meta({ id: 'Receipt', description: 'Electronic receipt of a dossier (biên lai điện tử)' });

/** How far a provider is with a receipt, for officers. */
const receiptRequestView = z
  .strictObject({
    id: receiptRequestId,
    provider: receiptProvider,
    /**
     * `unknown`: what came of it was not heard, so that the provider is asked before it is sent again; `refused`: put
     * right what was wrong, then `retryReceipt`.
     */
    state: z.enum(['requested', 'unknown', 'refused']),
    /** Why it waits, or was refused: a code of the provider (`3` for `ERR:3`) or of the line (`slow`). */
    code: z.string().nullable(),
  })
  .meta({ id: 'ReceiptRequest', description: 'Receipt that a provider was asked for' });

export const receiptRequestState = z
  .strictObject({
    dossier: dossierCode,
    request: receiptRequestId,
    state: z.enum(['requested']),
    version: z.int(),
  })
  .meta({ id: 'ReceiptRequestState', description: 'A receipt is asked for at its provider again' });

export const receiptList = z
  .strictObject({
    dossier: dossierCode,
    receipts: z.array(receiptView),
    /**
     * Money that has no receipt. `beingMade`: it comes. `noCollector`: nobody was published as collecting for the unit
     * when the money came in, so none is made. Officers are shown how far a provider is, also with a receipt that
     * corrects another.
     */
    missing: z.array(
      z.strictObject({
        at: instantText,
        amount: dong,
        because: z.enum(['beingMade', 'noCollector']),
        request: receiptRequestView.nullable(),
      }),
    ),
    urlExpiresAt: instantText,
  })
  .meta({ id: 'ReceiptList', description: 'Receipts of a dossier' });

const reason = severalLines(3, 500).meta({ description: 'Stands on the receipt; names nobody' });
const difference = z.int().min(1).max(1_000_000_000_000).meta({ description: 'Difference in whole đồng' });

/**
 * What is to be corrected: a replacement is made anew of what the dossier says now, an adjustment says a difference.
 */
export const receiptCorrection = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('replacement'), reason }),
    z.strictObject({ kind: z.literal('information'), reason }),
    z.strictObject({ kind: z.literal('increase'), amount: difference, reason }),
    z.strictObject({ kind: z.literal('decrease'), amount: difference, reason }),
  ])
  .meta({ id: 'ReceiptCorrection', description: 'Correction of a receipt (thay thế, điều chỉnh biên lai)' });

export const receiptCorrectionDecision = z
  .strictObject({ approved: z.boolean(), reason: severalLines(3, 500).nullable().default(null) })
  .meta({ id: 'ReceiptCorrectionDecision', description: 'Decision about the correction of a receipt' });

export const receiptCorrectionView = z
  .strictObject({
    dossier: dossierCode,
    receipt: receiptId,
    state: z.enum(['asked', 'approved', 'refused']),
    version: z.int(),
  })
  .meta({ id: 'ReceiptCorrectionState', description: 'How far the correction of a receipt is' });

const sums = z.strictObject({ fees: dong, charges: dong }).meta({ id: 'ReceiptSums' });

export const receiptSummaryView = z
  .strictObject({
    unit: agencyCode,
    name: z.string(),
    taxCode,
    date: z.iso.date(),
    serials: z.array(
      z.strictObject({
        form: receiptName.shape.form,
        serial: receiptName.shape.serial,
        used: z.int(),
        first: z.int(),
        last: z.int(),
        /** Numbers between them that no receipt of the day has. */
        missing: z.array(z.strictObject({ first: z.int(), last: z.int() })),
        replaced: z.int(),
        adjusted: z.int(),
        collected: sums,
        increased: sums,
        decreased: sums,
        /** What receipts of earlier days said that receipts of this day replace. */
        replacedEarlier: sums,
      }),
    ),
    rows: z.array(
      z.strictObject({
        ...receiptName.shape,
        standing: issuedKind,
        of: receiptReference.nullable(),
        /** Another receipt of the day stands for it. */
        replaced: z.boolean(),
        fees: dong,
        charges: dong,
      }),
    ),
    /** Form 01/TH-BLĐT as it was last made; null where it was not yet. */
    made: z
      .strictObject({
        version: z.int(),
        /** It waits to be sent: the tax office has published no address to send it to. */
        state: z.enum(['queued']),
        madeAt: instantText,
        /** Whether it says what the receipts of the day add up to now. */
        current: z.boolean(),
        sha256: sha256Hex,
        size: z.int(),
        url: z.url(),
        urlExpiresAt: instantText,
      })
      .nullable(),
  })
  .meta({ id: 'ReceiptSummary', description: 'Receipts of a unit and day (bảng tổng hợp biên lai điện tử)' });
