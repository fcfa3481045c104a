import type { Dong } from '../../../schemas/money/dong.ts';

/** Where money goes: an account (tài khoản thụ hưởng), the bank's code at the gateway, and whose it is. */
export interface Beneficiary {
  readonly account: string;
  readonly bank: string;
  readonly name: string;
}

/** One thing that is paid for: a fee (phí) or a charge (lệ phí). */
export interface OpeningLine {
  readonly sort: 'fee' | 'charge';
  readonly code: string;
  readonly name: string;
  readonly amount: Dong;
}

/** A payment to be opened at the gateway. */
export interface PaymentOpening {
  /** At most 30 upper-case letters and digits, never used before. */
  readonly reference: string;
  readonly amount: Dong;
  /** RFC 3339. What is asked of the payment later names the same moment. */
  readonly at: string;
  /** Address of the device that the citizen pays with. */
  readonly ip: string;
  readonly purpose: string;
  readonly dossier: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly unit: { readonly code: string; readonly name: string };
  /** The deployment's own, where the unit has none. */
  readonly beneficiary?: Beneficiary | undefined;
  readonly payer: { readonly name: string; readonly number: string; readonly address: string };
  /** Together they come to the amount. */
  readonly lines: readonly OpeningLine[];
}

/** A transaction as the gateway has it in its list of a day. */
export interface GatewayTransaction {
  readonly reference: string;
  readonly transaction: string;
  readonly result: 'paid' | 'open' | 'failed';
  readonly amount: Dong;
  readonly bank: string;
  /** RFC 3339 in Vietnam's time. */
  readonly at: string;
}

/** The gateway could not be asked, or what it said cannot be used. */
export interface GatewayMissed {
  readonly state: 'unavailable';
  /**
   * notConnected: its credential was not put in yet; slow, unreachable: try again later; refused: it said no, to the
   * credential or to the question; untrustworthy: its answer cannot be read.
   */
  readonly reason: 'notConnected' | 'slow' | 'unreachable' | 'refused' | 'untrustworthy';
  /** A code for the log: never a part of the answer. */
  readonly detail: string;
}

/** A gateway by which citizens pay online (nền tảng thanh toán của Cổng Dịch vụ công quốc gia). */
export interface PaymentGateway {
  /**
   * Opens a payment and gets the page on which the citizen pays. `unavailable` means that nobody knows whether it was
   * opened: it is asked about before it is opened again. One that was opened without an answer has a page that nobody
   * knows, so that it is given up, and another opened by a new reference.
   */
  open(
    request: PaymentOpening,
  ): Promise<
    | { readonly state: 'opened'; readonly payAt: string }
    | { readonly state: 'refused'; readonly code: string }
    | GatewayMissed
  >;
  ask(request: PaymentAsked): Promise<
    | {
        readonly state: 'paid';
        readonly transaction: string;
        /** What was paid, which need not be what was asked for. */
        readonly amount: Dong;
        readonly paidAt: string;
        readonly bank: string;
      }
    | { readonly state: 'open' }
    | { readonly state: 'failed'; readonly code: string }
    | { readonly state: 'unknownReference' }
    | GatewayMissed
  >;
  /** The gateway's own receipt (biên lai). */
  bill(
    request: PaymentAsked,
  ): Promise<
    { readonly state: 'given'; readonly pdf: Uint8Array } | { readonly state: 'none' } | GatewayMissed
  >;
  /** The gateway's own list of a day's transactions, for reconciliation: all of it, or none. */
  list(
    day: string,
  ): Promise<
    { readonly state: 'given'; readonly transactions: readonly GatewayTransaction[] } | GatewayMissed
  >;
}

/** A payment that was opened, or may have been. */
export interface PaymentAsked {
  readonly reference: string;
  /** When it was opened, as it was told then. */
  readonly openedAt: string;
}
