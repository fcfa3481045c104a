import type { CollectingBody, FeeReceipt, ReceiptReference } from '../../../../schemas/money/receipt.ts';
import type { ReceiptForm } from '../../../../schemas/money/receipt-name.ts';
import { type Sums, sumOf, sumsOf } from './amounts.ts';
import { dayOfReceipt, demandRight } from './check-receipt.ts';
import { type Standing, standingOf } from './kind-code.ts';
import { receiptId } from './numbering.ts';
import { ReceiptRefusal } from './refusal.ts';

/** One receipt in the summary; it names nobody who paid. */
export interface SummaryRow extends Sums {
  readonly form: ReceiptForm;
  readonly serial: string;
  readonly number: number;
  readonly standing: Standing;
  /** The receipt that this one replaces or adjusts. */
  readonly of: ReceiptReference | null;
  /** Another receipt of the day replaces this one, so it is not in the sums. */
  readonly replaced: boolean;
}

/** The receipts of one form and serial that were made on the day. */
export interface SerialSummary {
  readonly form: ReceiptForm;
  readonly serial: string;
  readonly used: number;
  readonly first: number;
  readonly last: number;
  /** Numbers between the first and the last that no receipt of the day has: something was lost. */
  readonly missing: readonly { readonly first: number; readonly last: number }[];
  /** How many earlier receipts, of this day or another, were replaced and adjusted. */
  readonly replaced: number;
  readonly adjusted: number;
  /** Of originals and replacements that nothing of the day replaces. */
  readonly collected: Sums;
  readonly increased: Sums;
  readonly decreased: Sums;
}

/** What a collecting body made on a day, for form 01/TH-BLĐT (NĐ 254/2026/NĐ-CP Điều 29 khoản 3 điểm b). */
export interface DaySummary {
  readonly body: CollectingBody;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly serials: readonly SerialSummary[];
  /** By form, serial and number. */
  readonly rows: readonly SummaryRow[];
}

/**
 * Sums up all receipts that a body made on a day, in whatever order they come. A replacement is among the sums of its
 * own day, also where it replaces a receipt of an earlier one, whose summary was sent already.
 *
 * @throws ReceiptRefusal for a receipt of another day or body, one that comes twice, and one that is wrong.
 */
export function daySummary(body: CollectingBody, day: string, receipts: readonly FeeReceipt[]): DaySummary {
  demandOfSummary(body, day, receipts);
  const replaced = new Set(
    receipts.flatMap(({ kind }) => (kind.kind === 'replacement' ? [receiptId(kind.of)] : [])),
  );
  const rows = receipts.map(receipt => rowOf(receipt, replaced)).sort(byName);
  const groups = Map.groupBy(rows, ({ form, serial }) => `${form} ${serial}`);
  return { body, day, serials: [...groups.values()].map(serialSummary), rows };
}

function rowOf(receipt: FeeReceipt, replaced: ReadonlySet<string>): SummaryRow {
  const { form, serial, number, kind, lines } = receipt;
  return {
    form,
    serial,
    number,
    standing: standingOf(kind),
    of: kind.kind === 'original' ? null : kind.of,
    replaced: replaced.has(receiptId(receipt)),
    ...sumsOf(lines),
  };
}

function serialSummary(rows: readonly SummaryRow[]): SerialSummary {
  const numbers = rows.map(({ number }) => number);
  const [head] = rows;
  const last = rows.at(-1);
  if (!head || !last) throw new TypeError('a serial without a receipt');
  const within = (...standings: readonly Standing[]) =>
    rows.filter(({ standing, replaced }) => standings.includes(standing) && !replaced);
  const count = (...standings: readonly Standing[]) =>
    rows.filter(({ standing }) => standings.includes(standing)).length;
  return {
    form: head.form,
    serial: head.serial,
    used: rows.length,
    first: head.number,
    last: last.number,
    missing: numbers
      .map((number, index) => ({ first: number + 1, last: (numbers[index + 1] ?? number + 1) - 1 }))
      .filter(({ first, last: end }) => first <= end),
    replaced: count('replacement'),
    adjusted: count('increase', 'decrease', 'information'),
    collected: total(within('original', 'replacement')),
    increased: total(within('increase')),
    decreased: total(within('decrease')),
  };
}

const total = (rows: readonly Sums[]): Sums => ({
  fees: sumOf(rows.map(({ fees }) => fees)),
  charges: sumOf(rows.map(({ charges }) => charges)),
});

const byName = (a: SummaryRow, b: SummaryRow): number =>
  a.form.localeCompare(b.form, 'en') || a.serial.localeCompare(b.serial, 'en') || a.number - b.number;

function demandOfSummary(body: CollectingBody, day: string, receipts: readonly FeeReceipt[]): void {
  const seen = new Set<string>();
  for (const receipt of receipts) {
    demandRight(receipt);
    const id = receiptId(receipt);
    const own = receipt.body.unit === body.unit && receipt.body.taxCode === body.taxCode;
    if (!own || dayOfReceipt(receipt) !== day || seen.has(id))
      throw new ReceiptRefusal({
        code: 'not-of-summary',
        words: {
          vi: `biên lai ${id} bị lặp, hoặc không phải của cơ quan thu ${body.unit} ngày ${day}`,
          en: `the receipt ${id} comes twice, or is not of the body ${body.unit} on ${day}`,
        },
      });
    seen.add(id);
  }
}
