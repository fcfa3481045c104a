import type { CalendarDate } from '../../../../schemas/calendar.ts';
import type { DifferenceKind } from '../../../../schemas/money/difference-kind.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import type { Words } from '../../../../schemas/words.ts';
import type { StatementLine } from '../statements/statement.ts';
import type { GatewayPayment, Lines, OurPayment, Side } from './lines.ts';

/** The payments of a gateway on a day, which it may settle by one credit. */
export interface LumpGroup {
  readonly gateway: string;
  readonly day: CalendarDate;
}

/** A difference, with the lines that it is about. */
export interface Difference extends Lines {
  /** The same for the same difference on the next day. */
  readonly id: string;
  readonly kind: DifferenceKind;
  /** The money of its lines; null where it has none of a side. */
  readonly amounts: Readonly<Record<Side, Dong | null>>;
  /** Of a lump: money of the gateway that other differences are about, and the credit should hold. */
  readonly besides: Dong;
  readonly group: LumpGroup | null;
  /** References of the credit of many payments by which the treasury got the money; null where it has none so. */
  readonly settledBy: string | null;
  /** Of a credit: it names a payment whose money had come before. */
  readonly again: boolean;
  /** Of a payment that is not settled its own day, else the day on which the difference was first found. */
  readonly since: CalendarDate;
  readonly ageDays: number;
  readonly action: Words;
  readonly state: 'open' | 'cleared';
  readonly clearedOn: CalendarDate | null;
}

/** Lines that agree: a payment and its credit, or many payments and the credit of all of them. */
export interface Match extends Lines {
  /** earlier: by a credit of many that was matched on an earlier day. */
  readonly by: 'each' | 'lump' | 'earlier';
  readonly amount: Dong;
  /** The part of the credit that is of payments which differences are about. */
  readonly besides: Dong;
  readonly settledBy: string | null;
}

export interface Sum {
  readonly count: number;
  readonly amount: Dong;
}

/** Of one side: given and carried together are matched and open together. */
export interface SideTotals {
  readonly given: Sum;
  readonly carried: Sum;
  readonly matched: Sum;
  readonly open: Sum;
}

export interface Reconciled {
  readonly day: CalendarDate;
  readonly matches: readonly Match[];
  /** Those that are open. */
  readonly differences: readonly Difference[];
  /** Carried ones that are there no more. */
  readonly cleared: readonly Difference[];
  /** Payments of the gateway that are no money and no payment of ours says otherwise. */
  readonly unpaid: readonly GatewayPayment[];
  readonly totals: Readonly<Record<Side, SideTotals>>;
}

export interface ReconcileInput {
  readonly day: CalendarDate;
  readonly ours: readonly OurPayment[];
  readonly gateway: readonly GatewayPayment[];
  /** Credits alone. */
  readonly treasury: readonly StatementLine[];
  /** Open differences of earlier days, as they were returned. */
  readonly carried: readonly Difference[];
  /** How credits name each gateway; its own code where nothing is said. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
}
