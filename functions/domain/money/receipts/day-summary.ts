import type { CollectingBody, FeeReceipt, ReceiptReference } from '../../../../schemas/money/receipt.ts';
import type { ReceiptForm, ReceiptName } from '../../../../schemas/money/receipt-name.ts';
import { type Sums, sumOf, sumsOf } from './amounts.ts';
import { dayOfReceipt, demandRight } from './check-receipt.ts';
import { type Standing, standingOf } from './kind-code.ts';
import { receiptId } from './numbering.ts';
import { ReceiptRefusal } from './refusal.ts';

/** What a summary needs of a receipt: nothing of who paid. */
export interface SummarizedReceipt extends ReceiptName, Sums {
  readonly standing: Standing;
  readonly of: ReceiptReference | null;
  /** What the receipt that this one corrects said; null where there is none, or it is not known. */
  readonly ofSums: Sums | null;
}

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
  /**
   * What receipts of earlier days said that receipts of this day replace: they are in the sums of their own days, so
   * that all days together count `collected` and `increased` less `decreased` less this.
   */
  readonly replacedEarlier: Sums;
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
 * Sums up all receipts that a body made on a day, in whatever order they come. A replacement is among the sums of
 * its own day, also where it replaces a receipt of an earlier one, whose summary was sent already. What that one
 * said is not in it: `summaryOf` nets it.
 *
 * @throws ReceiptRefusal for a receipt of another day or body, one that comes twice, and one that is wrong.
 */
export function daySummary(body: CollectingBody, day: string, receipts: readonly FeeReceipt[]): DaySummary {
  demandOfSummary(body, day, receipts);
  return summaryOf(
    body,
    day,
    receipts.map(({ form, serial, number, kind, lines }) => ({
      form,
      serial,
      number,
      standing: standingOf(kind),
      of: kind.kind === 'original' ? null : kind.of,
      ofSums: null,
      ...sumsOf(lines),
    })),
  );
}

/** The same of receipts as they are kept for it: all of one body and day. */
export function summaryOf(
  body: CollectingBody,
  day: string,
  receipts: readonly SummarizedReceipt[],
): DaySummary {
  const replaced = new Set(
    receipts.flatMap(({ standing, of }) => (standing === 'replacement' && of ? [receiptId(of)] : [])),
  );
  const groups = Map.groupBy(receipts.toSorted(byName), ({ form, serial }) => `${form} ${serial}`);
  const serials = [...groups.values()].map(group => ({
    ...serialSummary(group.map(receipt => rowOf(receipt, replaced))),
    replacedEarlier: total(group.flatMap(receipt => earlierSums(receipt, day))),
  }));
  return { body, day, serials, rows: receipts.map(each => rowOf(each, replaced)).sort(byName) };
}

const rowOf = (
  { form, serial, number, standing, of, fees, charges }: SummarizedReceipt,
  replaced: ReadonlySet<string>,
): SummaryRow => ({
  form,
  serial,
  number,
  standing,
  of,
  replaced: replaced.has(receiptId({ form, serial, number })),
  fees,
  charges,
});

const earlierSums = ({ standing, of, ofSums }: SummarizedReceipt, day: string): Sums[] =>
  standing === 'replacement' && of && ofSums && of.date < day ? [ofSums] : [];

function serialSummary(rows: readonly SummaryRow[]): Omit<SerialSummary, 'replacedEarlier'> {
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

const byName = (a: ReceiptName, b: ReceiptName): number =>
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
