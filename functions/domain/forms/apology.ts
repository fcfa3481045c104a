import { capitals, signatureLines } from '../printing/formal-texts.ts';
import { dateOf, parseInstant } from '../vietnam-time.ts';
import { dayText, formalMoment } from '../wording/dates.ts';
import { dataOf } from './data-of.ts';
import { officerOf } from './form-source.ts';
import type { FormContent, Writing } from './frame.ts';
import { filled } from './texts.ts';

/** Form 04, the apology with a new date (văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết). */
export function apology(writing: Writing): FormContent {
  const { event, head, procedure, people, texts, agency } = writing;
  const words = texts.apology;
  const { reason, apology: letter, promise, previousDueAt, signature } = dataOf(event, 'extended');
  const moment = (at: string) => formalMoment(parseInstant(at));
  const values = {
    agency,
    code: head.code,
    procedure: procedure.name,
    applicant: people.applicant.name,
    receivedAt: `Ngày ${dayText(dateOf(parseInstant(head.acceptedAt ?? head.submittedAt)))}`,
    previousDueAt: moment(previousDueAt),
    dueAt: moment(promise.dueAt),
    reason,
  };
  const text = (template: string) => ({ kind: 'text' as const, text: filled(template, values) });
  return {
    blocks: [
      { ...text(words.addressee), look: 'addressee' },
      text(words.opening),
      text(words.promised),
      text(words.delay),
      { kind: 'text', text: letter },
      text(words.sorry),
      text(words.closing),
    ],
    recipients: recipientsOf(head.code),
    signatures: [
      {
        titles: signatureLines(signature ?? null) ?? [capitals(agency)],
        note: texts.common.signSeal,
        name: officerOf(writing, event),
      },
    ],
  };
}

/** Nơi nhận: the one addressed, and the files. */
export const recipientsOf = (code: string) => ['Như trên;', `Lưu: VT, hồ sơ ${code}.`];
