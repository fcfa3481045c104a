import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { classify } from '../legal-clock/classification.ts';
import { unitName } from '../organization/unit-name.ts';
import { parseInstant } from '../vietnam-time.ts';
import { momentText } from '../wording/dates.ts';
import { closingName } from '../wording/names.ts';
import { officerOf } from './form-source.ts';
import { type FormContent, fact, type Writing } from './frame.ts';
import { filled } from './texts.ts';

/**
 * Form 06, the control sheet of the handling (phiếu kiểm soát quá trình giải quyết hồ sơ): every hand-over of the
 * ledger up to here, who gave and took it, and whether it was done in time. Nothing of it is ever overwritten.
 */
export function controlSheet(writing: Writing): FormContent {
  const { events, head, workflow, procedure, texts } = writing;
  const { controlSheet: words, common } = texts;
  const opened = events.flatMap(event => event.opens.map(task => ({ task, event })));
  const asked = opened.filter(({ task }) => task.phase === 'consultation').map(({ task }) => task.unit);
  const version = String(head.rules.workflowVersion);
  const shares = [0.07, 0.24, 0.38, 0.14, 0.17];
  return {
    blocks: [
      ...fact(common.request, procedure.name),
      ...fact(words.receiving, unitName(writing.units, head.receivingUnit)),
      ...fact(words.lead, unitName(writing.units, head.competentUnit)),
      ...fact(words.consulted, [...new Set(asked)].map(code => unitName(writing.units, code)).join('; ')),
      ...fact(words.workflow, filled(words.version, { version, approvedBy: workflow.approvedBy })),
      {
        kind: 'table',
        columns: words.columns.map((title, index) => ({
          title,
          share: shares[index] ?? 0,
          align: index === 0 ? ('center' as const) : ('left' as const),
        })),
        rows: opened.map(({ task, event }, index) => rowOf(writing, task, event, index + 1)),
      },
      ...happenings(writing),
    ],
  };
}

function rowOf(writing: Writing, task: PlannedTask, opening: LedgerEvent, order: number): string[] {
  const words = writing.texts.controlSheet;
  const closing = writing.events.find(({ closes }) => closes.some(closed => closed.task === task.id));
  const decision = closing?.closes.find(closed => closed.task === task.id)?.decision;
  const at = (label: string, moment: string, who: string) =>
    `${label}: ${momentText(parseInstant(moment))}${who === '' ? '' : `, ${who}`}`;
  const holder = holderOf(writing, task.id);
  return [
    String(order),
    `${unitName(writing.units, task.unit)}\n${task.name}`,
    [
      at(words.given, opening.at, officerOf(writing, opening)),
      ...(holder ? [at(words.received, holder.at, holder.name)] : []),
      ...(closing ? [at(words.done, closing.at, officerOf(writing, closing))] : []),
      at(words.due, task.dueAt, ''),
    ].join('\n'),
    words.results[resultOf(writing, task, closing)],
    decision === undefined ? '' : closingName(decision).vi,
  ];
}

/** Who took the task last, and when. */
function holderOf({ events, officers }: Writing, task: string): { at: string; name: string } | undefined {
  for (const { data, at } of events.toReversed())
    if (data.type === 'assigned' && data.task === task && data.assignee !== null)
      return { at, name: officers.get(data.assignee) ?? '' };
  return undefined;
}

/** A step's limit is a moment: it is early on a day before, and late after that moment. */
function resultOf({ event }: Writing, { dueAt }: PlannedTask, closing: LedgerEvent | undefined) {
  const due = parseInstant(dueAt);
  if (closing === undefined) return parseInstant(event.at) > due ? 'openLate' : 'open';
  return classify({ doneAt: parseInstant(closing.at), dueAt: due, precision: 'moment' });
}

/** What moved the promised date, or stopped its clock. */
const MOVES: Partial<Record<EventData['type'], string>> = {
  accepted: 'Tiếp nhận, bắt đầu tính thời hạn',
  supplementRequested: 'Yêu cầu bổ sung, hoàn thiện hồ sơ',
  supplemented: 'Đã nhận hồ sơ bổ sung',
  paused: 'Tạm dừng tính thời hạn',
  resumed: 'Tiếp tục tính thời hạn',
  paymentRequested: 'Chờ nộp phí, lệ phí',
  paid: 'Đã nộp phí, lệ phí',
  extended: 'Xin lỗi và hẹn lại ngày trả kết quả',
  replanned: 'Tính lại ngày hẹn trả',
  transferred: 'Chuyển giao cho đơn vị kế thừa',
  decided: 'Có kết quả giải quyết',
  returned: 'Đã trả kết quả',
  declined: 'Từ chối tiếp nhận',
  stopped: 'Dừng giải quyết',
  withdrawn: 'Người nộp rút hồ sơ',
};

function happenings({ events, texts }: Writing): FormContent['blocks'] {
  const told = events.flatMap(({ data, at }) => {
    const name = MOVES[data.type];
    if (name === undefined) return [];
    const promise = 'promise' in data ? data.promise : null;
    const due = promise ? ` (hẹn trả: ${momentText(parseInstant(promise.dueAt))})` : '';
    return [`- ${momentText(parseInstant(at))}: ${name}${due}`];
  });
  if (told.length === 0) return [];
  return [{ kind: 'text', text: [`${texts.controlSheet.happenings}:`, ...told].join('\n'), look: 'note' }];
}
