import type * as z from 'zod';
import type { dossierSummary } from '../../schemas/api/dossier.ts';
import { parseDate, parseInstant } from '../domain/vietnam-time.ts';
import { words } from './words.ts';
import type { Column } from './writers/table.ts';

type DossierSummary = z.infer<typeof dossierSummary>;

/** The columns of an export of dossiers: what the list itself shows, and no personal data. */
export function dossierColumns(language: 'vi' | 'en'): readonly Column<DossierSummary>[] {
  const header = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return [
    { header: header('Mã hồ sơ', 'Dossier'), kind: 'text', width: 22, cell: ({ code }) => code },
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
      header: header('Đơn vị tiếp nhận', 'Received by'),
      kind: 'text',
      width: 16,
      cell: ({ receivingUnit }) => receivingUnit,
    },
    {
      header: header('Đơn vị giải quyết', 'Decided by'),
      kind: 'text',
      width: 16,
      cell: ({ competentUnit }) => competentUnit,
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
  ];
}
