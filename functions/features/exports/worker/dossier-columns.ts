import { parseDate, parseInstant } from '../../../domain/vietnam-time.ts';
import type { Column } from '../../../records/tables/table.ts';
import { applicantColumn } from './applicant-column.ts';
import type { DossierLine } from './dossier-lines.ts';
import { words } from './words.ts';

/** What a file of dossiers may contain besides the usual columns. */
export interface DossierParts {
  /** Whether applicants are named: by name only, which is enough for an office to know whose dossier it is. */
  readonly named: boolean;
  /** Whether the requester may see the portals' own references, which are between portals and offices. */
  readonly referred: boolean;
}

/** The columns of an export of dossiers: what the list itself shows, and what offices report. */
export function dossierColumns(
  language: 'vi' | 'en',
  { named, referred }: DossierParts,
): readonly Column<DossierLine>[] {
  const header = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return [
    { header: header('Mã hồ sơ', 'Dossier'), kind: 'text', width: 22, cell: ({ code }) => code },
    ...(named ? [applicantColumn(language)] : []),
    { header: header('Trạng thái', 'State'), kind: 'text', width: 26, cell: ({ statusText }) => statusText },
    {
      header: header('Mã trạng thái quốc gia', 'National status'),
      kind: 'number',
      width: 12,
      cell: ({ nationalStatus }) => nationalStatus,
    },
    {
      header: header('Mã thủ tục', 'Procedure code'),
      kind: 'text',
      width: 14,
      cell: ({ procedure }) => procedure.code,
    },
    {
      header: header('Tên thủ tục', 'Procedure'),
      kind: 'text',
      width: 60,
      cell: ({ procedure }) => procedure.name,
    },
    {
      header: header('Mã đơn vị tiếp nhận', 'Received by'),
      kind: 'text',
      width: 16,
      cell: ({ receivingUnit }) => receivingUnit,
    },
    {
      header: header('Tên đơn vị tiếp nhận', 'Receiving unit'),
      kind: 'text',
      width: 36,
      cell: ({ receivingUnitName }) => receivingUnitName,
    },
    {
      header: header('Mã đơn vị giải quyết', 'Decided by'),
      kind: 'text',
      width: 16,
      cell: ({ competentUnit }) => competentUnit,
    },
    {
      header: header('Tên đơn vị giải quyết', 'Deciding unit'),
      kind: 'text',
      width: 36,
      cell: ({ competentUnitName }) => competentUnitName,
    },
    {
      header: header('Hình thức nộp', 'Channel'),
      kind: 'text',
      width: 14,
      cell: ({ channel }) => words.channel[channel][language],
    },
    {
      header: header('Thời điểm nộp', 'Submitted at'),
      kind: 'moment',
      width: 18,
      cell: ({ submittedAt }) => parseInstant(submittedAt),
    },
    {
      header: header('Hạn trả kết quả', 'Due at'),
      kind: 'moment',
      width: 18,
      cell: ({ dueAt }) => dueAt && parseInstant(dueAt),
    },
    {
      header: header('Ngày hẹn trả', 'Promised on'),
      kind: 'day',
      width: 14,
      cell: ({ dueOn }) => dueOn && parseDate(dueOn),
    },
    {
      header: header('Phí, lệ phí', 'Fee'),
      kind: 'text',
      width: 14,
      cell: ({ money }) => words.money[money][language],
    },
    {
      header: header('Số tiền (đồng)', 'Amount (VND)'),
      kind: 'number',
      width: 14,
      cell: ({ amountDue }) => amountDue,
    },
    {
      header: header('Trả kết quả', 'Delivery'),
      kind: 'text',
      width: 20,
      cell: ({ delivery }) => words.delivery[delivery][language],
    },
    {
      header: header('Kết quả', 'Outcome'),
      kind: 'text',
      width: 20,
      cell: ({ outcome }) => outcome && words.outcome[outcome][language],
    },
    {
      header: header('Sớm, đúng hay quá hạn', 'Early, on time or late'),
      kind: 'text',
      width: 14,
      cell: ({ timeliness }) => timeliness && words.timeliness[timeliness][language],
    },
    {
      header: header('Thời điểm quyết định', 'Decided at'),
      kind: 'moment',
      width: 18,
      cell: ({ decidedAt }) => (decidedAt === null ? null : parseInstant(decidedAt)),
    },
    {
      header: header('Thời điểm trả kết quả', 'Returned at'),
      kind: 'moment',
      width: 18,
      cell: ({ returnedAt }) => (returnedAt === null ? null : parseInstant(returnedAt)),
    },
    {
      header: header('Số giấy tờ dùng lại', 'Papers reused'),
      kind: 'number',
      width: 12,
      cell: ({ reusedPapers }) => reusedPapers,
    },
    ...(referred ? [referenceColumn(language)] : []),
  ];
}

function referenceColumn(language: 'vi' | 'en'): Column<DossierLine> {
  return {
    header: language === 'vi' ? 'Mã hồ sơ tại cổng đã gửi' : 'Reference of the portal',
    kind: 'text',
    width: 26,
    cell: ({ portalReference }) => portalReference ?? null,
  };
}
