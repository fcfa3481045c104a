import type { Applicant } from '../../../../schemas/dossier/applicant.ts';
import type { EventData, LedgerEvent } from '../../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { CollectingBody, FeeReceipt, ReceiptKind } from '../../../../schemas/money/receipt.ts';
import type { ReceiptName } from '../../../../schemas/money/receipt-name.ts';
import { sumsOf } from './amounts.ts';
import { dayOfReceipt } from './check-receipt.ts';
import { linesOf, paidLines } from './lines-of.ts';
import { receiptId } from './numbering.ts';
import type { OwedReceipt } from './receipts-of.ts';

/** What a receipt is made from. */
export interface ReceiptSource {
  readonly head: Pick<DossierHead, 'code'>;
  readonly ledger: readonly LedgerEvent[];
  readonly owed: OwedReceipt;
  readonly name: ReceiptName;
  readonly body: CollectingBody;
  readonly applicant: Applicant;
  readonly procedure: FeeReceipt['procedure'];
}

/** A receipt before anybody numbered it. */
export type ReceiptContent = Omit<FeeReceipt, keyof ReceiptName>;

/** The receipt of money that came in, or one that corrects another. */
export const receiptFor = ({ name, ...source }: ReceiptSource): FeeReceipt => ({
  ...name,
  ...contentFor(source),
});

/** What it says but for its number. Whose dossier it is stands as the payer. */
export function contentFor(source: Omit<ReceiptSource, 'name'>): ReceiptContent {
  const { head, ledger, owed, body, applicant, procedure } = source;
  const lines = paidLines(linesOf(ledger, procedure, owed.paid), paidBefore(ledger, owed), owed.amount);
  return {
    kind: kindOf(owed),
    body,
    payer: { name: applicant.name, taxCode: 'taxCode' in applicant ? applicant.taxCode : null },
    dossier: head.code,
    procedure,
    lines,
    total: owed.amount,
    method: owed.method,
    collectedAt: owed.at,
  };
}

/** A difference is laid on the lines from the first on, as the money was. */
function paidBefore(ledger: readonly LedgerEvent[], { paid, corrects }: OwedReceipt): number {
  if (corrects && corrects.kind !== 'replacement') return 0;
  return ledger.reduce(
    (sum, { seq, data }) => sum + (seq < paid && data.type === 'paid' ? (data.applied ?? 0) : 0),
    0,
  );
}

function kindOf({ corrects }: OwedReceipt): ReceiptKind {
  if (!corrects) return { kind: 'original' };
  const { receipt, kind, reason } = corrects;
  const { form, serial, number, date } = receipt;
  const of = { form, serial, number, date };
  return kind === 'replacement' ? { kind, of, reason } : { kind: 'adjustment', of, reason, change: kind };
}

type Issued = Extract<EventData, { type: 'receiptIssued' }>;

/** The entry of a receipt: what names it and its amounts, and nobody. */
export function receiptEntry(
  receipt: FeeReceipt,
  { paid, corrects }: OwedReceipt,
  file: Pick<Issued, 'sha256' | 'size'>,
): Issued {
  const { form, serial, number, body, total } = receipt;
  const { unit, taxCode } = body;
  const of = corrects && {
    form: corrects.receipt.form,
    serial: corrects.receipt.serial,
    number: corrects.receipt.number,
    date: corrects.receipt.date,
    fees: corrects.receipt.fees,
    charges: corrects.receipt.charges,
  };
  return {
    type: 'receiptIssued',
    receipt: receiptId(receipt),
    form,
    serial,
    number,
    unit,
    taxCode,
    paid,
    kind: corrects?.kind ?? 'original',
    of,
    amount: total,
    ...sumsOf(receipt.lines),
    date: dayOfReceipt(receipt),
    ...file,
  };
}
