import type { Words } from '../../../../schemas/words.ts';

/** Why a receipt or a summary of receipts is not made. */
export type ReceiptFault =
  /** All numbers of the year are used: the body needs another serial. */
  | 'numbers-used-up'
  /** A receipt of a later year was numbered already. */
  | 'year-ended'
  /** A provider numbers the receipts of the serial. */
  | 'serial-of-provider'
  /** Something that the law demands is missing. */
  | 'content-missing'
  /** Amounts that do not add up, or a relief without a ground. */
  | 'amounts-wrong'
  /** The serial is of another year than the collection. */
  | 'serial-of-other-year'
  /** A receipt that replaces or adjusts itself or a later one. */
  | 'reference-wrong'
  /** A receipt of another day, or of another body, or twice the same: not one of this summary. */
  | 'not-of-summary';

/** What is wrong, in words for people. */
export interface Fault {
  readonly code: ReceiptFault;
  readonly words: Words;
}

/** A receipt, its number or a summary was not made; `faults` says everything that is wrong. */
export class ReceiptRefusal extends Error {
  override readonly name = 'ReceiptRefusal';
  readonly faults: readonly Fault[];
  constructor(...faults: readonly Fault[]) {
    super(faults.map(({ words }) => words.en).join('; '));
    this.faults = faults;
  }
}
