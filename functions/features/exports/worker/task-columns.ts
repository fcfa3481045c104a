import { parseInstant } from '../../../domain/vietnam-time.ts';
import type { Column } from '../../../records/tables/table.ts';
import { applicantColumn } from './applicant-column.ts';
import type { TaskLine } from './task-lines.ts';
import { words } from './words.ts';

/** The columns of an export of a work list: what the list itself shows, and the unit’s name. */
export function taskColumns(
  language: 'vi' | 'en',
  { named }: { readonly named: boolean },
): readonly Column<TaskLine>[] {
  const header = (vi: string, en: string) => (language === 'vi' ? vi : en);
  return [
    { header: header('Mã công việc', 'Task'), kind: 'text', width: 26, cell: ({ id }) => id },
    { header: header('Mã hồ sơ', 'Dossier'), kind: 'text', width: 22, cell: ({ dossier }) => dossier },
    ...(named ? [applicantColumn(language)] : []),
    { header: header('Công việc', 'What'), kind: 'text', width: 30, cell: ({ name }) => name },
    {
      header: header('Giai đoạn', 'Phase'),
      kind: 'text',
      width: 20,
      cell: ({ phase }) => words.phase[phase][language],
    },
    {
      header: header('Mã thủ tục', 'Procedure code'),
      kind: 'text',
      width: 14,
      cell: ({ procedure }) => procedure,
    },
    {
      header: header('Tên thủ tục', 'Procedure'),
      kind: 'text',
      width: 60,
      cell: ({ procedureName }) => procedureName,
    },
    { header: header('Lĩnh vực', 'Field'), kind: 'text', width: 24, cell: ({ field }) => field },
    { header: header('Mã đơn vị', 'Unit'), kind: 'text', width: 16, cell: ({ unit }) => unit },
    {
      header: header('Tên đơn vị', 'Unit’s name'),
      kind: 'text',
      width: 36,
      cell: ({ unitName }) => unitName,
    },
    {
      header: header('Vai trò', 'Role'),
      kind: 'text',
      width: 18,
      cell: ({ role }) => words.role[role][language],
    },
    {
      header: header('Người được phân công', 'Assigned to'),
      kind: 'text',
      width: 22,
      cell: ({ assignee, holderLeft }) =>
        holderLeft ? `${assignee} ${header('(không còn ở đơn vị)', '(has left the unit)')}` : assignee,
    },
    {
      header: header('Hình thức nộp', 'Channel'),
      kind: 'text',
      width: 14,
      cell: ({ channel }) => words.channel[channel][language],
    },
    {
      header: header('Thời điểm nhận hồ sơ', 'Received at'),
      kind: 'moment',
      width: 18,
      cell: ({ receivedAt }) => parseInstant(receivedAt),
    },
    {
      header: header('Thời điểm mở việc', 'Opened at'),
      kind: 'moment',
      width: 18,
      cell: ({ openedAt }) => parseInstant(openedAt),
    },
    {
      header: header('Hạn xử lý', 'Due at'),
      kind: 'moment',
      width: 18,
      cell: ({ dueAt }) => parseInstant(dueAt),
    },
    {
      header: header('Cảnh báo', 'Alarm'),
      kind: 'text',
      width: 24,
      cell: ({ alarm }) => words.alarm[alarm][language],
    },
  ];
}
