import type { ReceiptName } from '../../../schemas/money/receipt-name.ts';
import type { ReceiptContent } from '../money/receipts/make-receipt.ts';

/** A receipt that a provider shall number, sign and issue. */
export interface ReceiptToProvide {
  /** By which the provider knows it for ever: the same key is never issued twice. */
  readonly key: string;
  /** The form and the serial whose next number it gets. */
  readonly form: ReceiptName['form'];
  readonly serial: string;
  readonly content: ReceiptContent;
  /** The key of the receipt that this one replaces or adjusts; null for an original. */
  readonly corrects: string | null;
}

/** What a receipt is asked about by. */
export interface ReceiptAsked {
  readonly key: string;
  /** Tax code of the collecting body, whose account it is in. */
  readonly taxCode: string;
  readonly form: ReceiptName['form'];
}

/** A receipt that the provider issued, by the name that it gave it. */
export interface ProvidedReceipt {
  readonly state: 'issued';
  readonly name: ReceiptName;
}

/**
 * The provider did not issue it, and says so. `blocked`: the account or what is registered with the provider is wrong,
 * for every receipt alike; `busy`: it may go better later.
 */
export interface ReceiptPutOff {
  readonly state: 'blocked' | 'busy';
  /** The provider's own code. */
  readonly code: string;
}

/** Nobody knows whether anything came of it: it is asked about by its key before it is sent again. */
export interface ReceiptMissed {
  readonly state: 'unavailable';
  readonly reason: 'notConnected' | 'slow' | 'unreachable' | 'refused' | 'untrustworthy';
  /** A code for the log: never a part of the answer. */
  readonly detail: string;
}

/** A service that issues receipts for collecting bodies (tổ chức cung cấp giải pháp hóa đơn, chứng từ điện tử). */
export interface ReceiptProvider {
  /**
   * Sends it once. `taken`: the provider has issued this key before; `refused`: what it was sent is wrong, and sending
   * the same again helps nobody.
   */
  issue(
    receipt: ReceiptToProvide,
  ): Promise<
    | ProvidedReceipt
    | { readonly state: 'taken' }
    | { readonly state: 'refused'; readonly code: string }
    | ReceiptPutOff
    | ReceiptMissed
  >;
  /** `none`: the provider knows no such key. */
  find(
    asked: ReceiptAsked,
  ): Promise<ProvidedReceipt | { readonly state: 'none' } | ReceiptPutOff | ReceiptMissed>;
  /** The readable page of an issued receipt (bản thể hiện), as PDF. */
  page(
    asked: ReceiptAsked & { readonly name: ReceiptName },
  ): Promise<{ readonly state: 'given'; readonly pdf: Buffer } | ReceiptPutOff | ReceiptMissed>;
}
