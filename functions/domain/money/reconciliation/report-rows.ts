import type { CalendarDate } from '../../../../schemas/calendar.ts';
import { asWritten, type Language, type Words } from '../../../../schemas/words.ts';
import { parseDate } from '../../vietnam-time.ts';
import { gatewayTitle } from '../gateway-titles.ts';
import type { ReportColumn } from '../report-column.ts';
import { kindNames } from './actions.ts';
import { isPaid, type Side } from './lines.ts';
import type { Difference, Reconciled, SideTotals } from './reconciliation.ts';

/** A row of the report: a total, or a difference that is open or was cleared today. */
export interface ReportRow {
  readonly part: 'total' | 'open' | 'cleared';
  /** Of a total: which one. Of a difference: its kind. */
  readonly code: keyof SideTotals | Difference['kind'];
  readonly name: Words;
  readonly id: string | null;
  readonly gateways: readonly string[];
  readonly dossiers: readonly string[];
  readonly transactions: readonly string[];
  /** References of the payments, and those of the credits. */
  readonly references: readonly string[];
  readonly credits: readonly string[];
  readonly counts: Readonly<Record<Side, number>>;
  readonly amounts: Difference['amounts'];
  readonly since: CalendarDate | null;
  readonly ageDays: number | null;
  readonly action: Words | null;
}

const totalNames: Readonly<Record<keyof SideTotals, Words>> = {
  given: { vi: 'số liệu trong ngày', en: 'of the day' },
  carried: { vi: 'chuyển từ ngày trước', en: 'carried from earlier days' },
  matched: { vi: 'đã khớp', en: 'matched' },
  open: { vi: 'còn chênh lệch', en: 'in open differences' },
};

const partNames: Readonly<Record<ReportRow['part'], Words>> = {
  total: { vi: 'tổng', en: 'total' },
  open: { vi: 'chưa xử lý', en: 'open' },
  cleared: { vi: 'đã hết', en: 'cleared' },
};

/** The report of a day: totals first, then what is open, then what was cleared. Plain data, also for JSON. */
export function reportRows({
  totals,
  differences,
  cleared,
}: Pick<Reconciled, 'totals' | 'differences' | 'cleared'>): ReportRow[] {
  const codes = Object.keys(totalNames) as (keyof SideTotals)[];
  return [
    ...codes.map(code => totalRow(code, totals)),
    ...differences.map(difference => differenceRow('open', difference)),
    ...cleared.map(difference => differenceRow('cleared', difference)),
  ];
}

function totalRow(code: keyof SideTotals, { ours, gateway, treasury }: Reconciled['totals']): ReportRow {
  const [a, b, c] = [ours[code], gateway[code], treasury[code]];
  return {
    ...{ part: 'total', code, name: totalNames[code], id: null },
    ...{ gateways: [], dossiers: [], transactions: [], references: [], credits: [] },
    counts: { ours: a.count, gateway: b.count, treasury: c.count },
    amounts: { ours: a.amount, gateway: b.amount, treasury: c.amount },
    ...{ since: null, ageDays: null, action: null },
  };
}

function differenceRow(part: 'open' | 'cleared', difference: Difference): ReportRow {
  const { id, kind, ours, gateway, treasury, amounts, since, ageDays, action } = difference;
  const payments = [...ours, ...gateway];
  const all = (texts: readonly (string | null)[]): string[] => [
    ...new Set(texts.flatMap(text => (text === null || text === '' ? [] : [text]))),
  ];
  return {
    ...{ part, code: kind, name: kindNames[kind], id },
    gateways: all(payments.map(line => line.gateway)),
    dossiers: all(ours.map(({ dossier }) => dossier)),
    transactions: all(payments.map(({ transaction }) => transaction)),
    references: all(payments.map(({ reference }) => reference)),
    credits: all(treasury.map(({ reference }) => reference)),
    counts: { ours: ours.length, gateway: gateway.filter(isPaid).length, treasury: treasury.length },
    ...{ amounts, since, ageDays, action },
  };
}

/** The columns of the report, with cells in a language; a caller puts the heading of that language over each. */
export function reportColumns(language: Language): ReportColumn<ReportRow>[] {
  const text = (
    vi: string,
    en: string,
    width: number,
    of: (row: ReportRow) => Words | null,
  ): ReportColumn<ReportRow> => ({
    ...{ heading: { vi, en }, kind: 'text', width },
    cell: row => of(row)?.[language] ?? null,
  });
  const list = (
    vi: string,
    en: string,
    of: (row: ReportRow) => readonly string[],
  ): ReportColumn<ReportRow> => ({
    ...{ heading: { vi, en }, kind: 'text', width: 24 },
    cell: row => (of(row).length === 0 ? null : of(row).join('; ')),
  });
  const number = (
    vi: string,
    en: string,
    of: (row: ReportRow) => number | null,
  ): ReportColumn<ReportRow> => ({
    ...{ heading: { vi, en }, kind: 'number', width: 16, cell: of },
  });
  return [
    text('Trạng thái', 'State', 12, ({ part }) => partNames[part]),
    text('Loại', 'Kind', 26, ({ name }) => name),
    list('Hồ sơ', 'Dossier', ({ dossiers }) => dossiers),
    list('Cổng thanh toán', 'Gateway', ({ gateways }) => gateways.map(code => gatewayTitle(code)[language])),
    list('Mã giao dịch', 'Transaction', ({ transactions }) => transactions),
    list('Mã tham chiếu', 'Reference', ({ references }) => references),
    list('Số bút toán kho bạc', 'Treasury reference', ({ credits }) => credits),
    number('Số khoản: hệ thống', 'Number: ours', ({ counts }) => counts.ours),
    number('Số khoản: cổng', 'Number: gateway', ({ counts }) => counts.gateway),
    number('Số khoản: kho bạc', 'Number: treasury', ({ counts }) => counts.treasury),
    number('Số tiền: hệ thống (đồng)', 'Amount: ours (đồng)', ({ amounts }) => amounts.ours),
    number('Số tiền: cổng (đồng)', 'Amount: gateway (đồng)', ({ amounts }) => amounts.gateway),
    number('Số tiền: kho bạc (đồng)', 'Amount: treasury (đồng)', ({ amounts }) => amounts.treasury),
    {
      ...{ heading: { vi: 'Từ ngày', en: 'Since' }, kind: 'day', width: 12 },
      cell: ({ since }) => (since === null ? null : parseDate(since)),
    },
    number('Số ngày', 'Days', ({ ageDays }) => ageDays),
    text('Việc nên làm', 'What to do', 60, ({ action }) => action),
    text('Mã chênh lệch', 'Id of the difference', 34, ({ id }) => (id === null ? null : asWritten(id))),
  ];
}
