export type ReceiptFile = 'xml' | 'pdf';

/** What names the files of a receipt. */
export interface NamedReceipt {
  readonly taxCode: string;
  readonly receipt: string;
  /** SHA-256 of the XML. */
  readonly sha256: string;
}

/**
 * Where a file of a receipt is, beside the results: whoever collects must keep receipts as unchangeable as those, and
 * there every object is locked. The digest of the XML is part of it: of two that were signed with the same number, the
 * ledger names one, and the other counts for nothing.
 */
export const receiptKey = ({ taxCode, receipt, sha256 }: NamedReceipt, file: ReceiptFile): string =>
  `receipts/${taxCode}/${receipt}/${sha256.slice(0, 16)}.${file}`;

export const summaryKey = (
  place: { readonly taxCode: string; readonly unit: string; readonly day: string },
  sha256: string,
) => `receipt-summaries/${place.taxCode}/${place.unit}/${place.day}-${sha256.slice(0, 16)}.xml`;
