import type { Language, Words } from '../../../../schemas/words.ts';
import { dayNumberOf, parseInstant } from '../../vietnam-time.ts';
import { gatewayTitle } from '../gateway-titles.ts';
import type { ReportColumn } from '../report-column.ts';
import { type AgedPayment, countOf, overdueOf, waitingAt } from './waiting-payments.ts';

/** A row of the report: a sum over payments, or one payment. */
export interface WaitingRow {
  readonly name: Words;
  readonly gateway: string | null;
  readonly count: number;
  readonly amount: number;
  readonly payment: AgedPayment | null;
  readonly oldestDays: number | null;
}

const names = {
  all: { vi: 'tổng cộng', en: 'total' },
  overdue: { vi: 'trong đó quá hạn quyết toán', en: 'of these overdue' },
  late: { vi: 'quá hạn quyết toán', en: 'overdue' },
  waits: { vi: 'chờ quyết toán', en: 'waiting' },
} as const satisfies Record<string, Words>;

/** Sums first, of each gateway and of all; then the payments, the oldest first. */
export function waitingRows(payments: readonly AgedPayment[]): WaitingRow[] {
  const sum = { payment: null, gateway: null };
  const oldestDays = payments[0]?.ageDays ?? null;
  return [
    { ...sum, name: names.all, ...countOf(payments), oldestDays },
    { ...sum, name: names.overdue, ...overdueOf(payments), oldestDays: null },
    ...waitingAt(payments).flatMap(({ gateway, count, amount, oldestDays, overdue }) => [
      { ...sum, name: names.all, gateway, count, amount, oldestDays },
      { ...sum, name: names.overdue, gateway, ...overdue, oldestDays: null },
    ]),
    ...payments.map(payment => ({
      ...{ name: payment.overdue ? names.late : names.waits, gateway: payment.gateway },
      ...{ count: 1, amount: payment.amount, payment, oldestDays: payment.ageDays },
    })),
  ];
}

/** The columns, with cells in a language; a caller puts the heading of that language over each. */
export function waitingColumns(language: Language): ReportColumn<WaitingRow>[] {
  const text = (vi: string, en: string, width: number, cell: (row: WaitingRow) => string | null) =>
    ({ heading: { vi, en }, kind: 'text', width, cell }) as const;
  const number = (vi: string, en: string, cell: (row: WaitingRow) => number | null) =>
    ({ heading: { vi, en }, kind: 'number', width: 16, cell }) as const;
  return [
    text('Trạng thái', 'State', 28, ({ name }) => name[language]),
    text('Cổng thanh toán', 'Gateway', 26, ({ gateway }) =>
      gateway === null ? null : gatewayTitle(gateway)[language],
    ),
    text('Mã giao dịch', 'Transaction', 30, ({ payment }) => payment?.transaction ?? null),
    text('Hồ sơ', 'Dossier', 24, ({ payment }) => payment?.dossier ?? null),
    number('Số khoản', 'Number', ({ count }) => count),
    number('Số tiền (đồng)', 'Amount (đồng)', ({ amount }) => amount),
    {
      ...{ heading: { vi: 'Ngày nộp', en: 'Paid on' }, kind: 'day', width: 12 },
      cell: ({ payment }) => (payment === null ? null : dayNumberOf(parseInstant(payment.paidAt))),
    },
    number('Số ngày', 'Days', ({ oldestDays }) => oldestDays),
  ];
}
