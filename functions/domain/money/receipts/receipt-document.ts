import type { FeeReceipt } from '../../../../schemas/money/receipt.ts';
import type { FormBlock, FormDocument } from '../../forms/form-document.ts';
import { fact } from '../../forms/frame.ts';
import { printable } from '../../forms/make-form.ts';
import { filled } from '../../forms/texts.ts';
import { capitals, placeAndDate } from '../../printing/formal-texts.ts';
import type { Letterhead } from '../../printing/letterhead.ts';
import { parseInstant } from '../../vietnam-time.ts';
import { dong, grouped } from '../../wording/amounts.ts';
import { dayText, momentText } from '../../wording/dates.ts';
import { amountInWords } from './amount-in-words.ts';
import { sumOf } from './amounts.ts';
import { dayOfReceipt, demandRight } from './check-receipt.ts';
import { standingOf } from './kind-code.ts';
import { writtenNumber } from './numbering.ts';
import { type ReceiptsLaw, receiptsLawOn } from './receipts-law.ts';

/** What the page says beside the receipt. */
export interface ReceiptPage extends Pick<Letterhead, 'parent' | 'place'> {
  /** Where the receipt can be looked up, as a QR code; null for none. */
  readonly lookup: string | null;
}

/**
 * The readable page of a receipt (bản thể hiện của biên lai điện tử): what counts is the signed XML.
 *
 * @throws ReceiptRefusal
 */
export function receiptDocument(receipt: FeeReceipt, { parent, place, lookup }: ReceiptPage): FormDocument {
  demandRight(receipt);
  const { form, serial, number, body, collectedAt } = receipt;
  const date = dayOfReceipt(receipt);
  const { title, page, forms, basis } = receiptsLawOn(date);
  return printable<FormDocument>({
    kind: 'feeReceipt',
    parent: parent === null ? null : capitals(parent),
    agency: capitals(body.name),
    number: filled(page.taxCode, { taxCode: body.taxCode }),
    placeAndDate: placeAndDate(place, date),
    title: capitals(title),
    subtitle: `${filled(page.names, { form, serial })}\n${filled(page.number, { number: writtenNumber(number) })}`,
    qr: lookup,
    blocks: blocksOf(receipt, page),
    recipients: [],
    // Room for the mark of the seal, should the page be sealed as well; whose it is stands at the head.
    signatures: [{ titles: [page.signer], note: page.signedNote, name: '' }],
    mark: filled(page.mark, { faceValue: forms[form].vi, basis }),
    madeAt: collectedAt,
  });
}

type Texts = ReceiptsLaw['page'];

function blocksOf(receipt: FeeReceipt, texts: Texts): FormBlock[] {
  const { payer, dossier, procedure, total, method, collectedAt } = receipt;
  return [
    ...reference(receipt, texts),
    ...fact(texts.payer, payer.name, true),
    ...fact(texts.address, payer.address),
    ...fact(texts.payerTaxCode, payer.taxCode),
    ...fact(texts.dossier, dossier),
    ...fact(texts.procedure, procedure.name),
    table(receipt, texts),
    ...grounds(receipt, texts),
    ...fact(texts.inDigits, dong(total), true),
    ...fact(texts.inWords, amountInWords(total), true),
    ...fact(
      texts.collected,
      filled(texts.collection, {
        method: texts.methods[method],
        moment: momentText(parseInstant(collectedAt)),
      }),
    ),
  ];
}

/** That it replaces or adjusts another, which is said before anything else. */
function reference({ kind }: FeeReceipt, texts: Texts): FormBlock[] {
  const standing = standingOf(kind);
  if (kind.kind === 'original' || standing === 'original') return [];
  const { form, serial, number, date } = kind.of;
  const values = { form, serial, number: writtenNumber(number), date: dayText(date), reason: kind.reason };
  return [{ kind: 'text', text: filled(texts[standing], values) }];
}

/** The law by which a line is waived, in full or in part. */
const grounds = ({ lines }: FeeReceipt, texts: Texts): FormBlock[] =>
  lines.flatMap(({ ground }, index) => fact(filled(texts.ground, { order: String(index + 1) }), ground));

/** The lines: in full, what is waived, and what was paid. */
function table({ lines, total }: FeeReceipt, { columns, sorts, sum }: Texts): FormBlock {
  const rows = lines.map(({ name, sort, full, relief, paid }, index) => [
    String(index + 1),
    name,
    sorts[sort],
    ...[full, relief, paid].map(grouped),
  ]);
  const sums = [sumOf(lines.map(({ full }) => full)), sumOf(lines.map(({ relief }) => relief)), total];
  return {
    kind: 'table',
    columns: [
      { title: columns.order, share: 0.07, align: 'center' },
      { title: columns.name, share: 0.37 },
      { title: columns.sort, share: 0.1, align: 'center' },
      { title: columns.full, share: 0.15, align: 'right' },
      { title: columns.relief, share: 0.17, align: 'right' },
      { title: columns.paid, share: 0.14, align: 'right' },
    ],
    rows: [...rows, ['', sum, '', ...sums.map(grouped)]],
  };
}
