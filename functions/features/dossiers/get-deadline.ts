import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { type DossierDeadline, explainDossier, ledgerAt } from '../../domain/dossier/dossier-deadline.ts';
import { replay } from '../../domain/dossier/head.ts';
import { legalLimit } from '../../domain/dossier/legal-limit.ts';
import { legalClockOf } from '../../domain/dossier/unit-clock.ts';
import { explanationText } from '../../domain/legal-clock/explanation-text.ts';
import { explanationView } from '../../domain/legal-clock/explanation-view.ts';
import { isEnd } from '../../domain/lifecycle/states.ts';
import { parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { dayText, momentText } from '../../domain/wording/dates.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['getDeadline'];

/** How the due date of a dossier was calculated, from its ledger; with `at`, the date promised at that time. */
export async function getDeadline(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const at = call.query.at === undefined ? call.now : parseInstant(call.query.at);
  const events = ledgerAt(await soundLedger(deps.dossiers, head), at);
  if (events.length === 0)
    throw new ProblemError('not-found', {
      vi: `Lúc ${momentText(at)} chưa có hồ sơ này.`,
      en: `The dossier did not exist at ${toRfc3339(at)}.`,
    });
  const { procedure } = await deps.rules.load(head.rules);
  // Calendar days were counted with the versions of that time: a later replanning does not change what was promised
  // before it.
  const workCalendar = await deps.rules.workCalendar(replay(events).rules.workCalendarVersion);
  const found = explainDossier(
    events,
    procedure,
    (unit, before) => legalClockOf(workCalendar, unit, before),
    at,
  );
  return {
    body: viewOf(found, legalLimit(procedure, head) ?? null, at, call),
  };
}

function viewOf(
  { head, answer, steps }: DossierDeadline,
  limit: Reply<Operation>['body']['limit'],
  at: number,
  { language }: Call<Operation>,
): Reply<Operation>['body'] {
  return {
    code: head.code,
    at: toRfc3339(at),
    status: statusOf({ head, answer, steps }),
    limit,
    clockStartedAt: head.clockStartedAt,
    dueAt: head.dueAt,
    dueOn: head.dueOn,
    extended: head.extendedTo !== null,
    provisional: answer?.provisional ?? false,
    calendarVersion: answer?.calendarVersion ?? null,
    rulesVersion: answer?.rulesVersion ?? null,
    entries: answer ? explanationView(answer.entries, language) : [],
    steps: [...steps],
    text: textOf({ head, answer, steps }, language),
  };
}

function statusOf({ head, answer }: DossierDeadline): Reply<Operation>['body']['status'] {
  if (head.handling === 'decided' || head.handling === 'returned') return 'decided';
  if (isEnd(head.handling)) return 'ended';
  if (!answer) return 'notStarted';
  return answer.status === 'paused' ? 'paused' : 'running';
}

function textOf({ head, answer }: DossierDeadline, language: 'vi' | 'en'): string {
  const vietnamese = language === 'vi';
  if (!answer) {
    return vietnamese
      ? 'Hồ sơ chưa được tiếp nhận nên chưa tính thời hạn giải quyết.'
      : 'The dossier has not been accepted, so its time limit has not started.';
  }
  if (head.extendedTo === null) return explanationText(answer, language);
  const day = dayText(head.extendedTo.slice(0, 10));
  const extension = vietnamese
    ? `Cơ quan đã xin lỗi và hẹn lại ngày trả kết quả: ${day}. Cách tính ban đầu:`
    : `The agency apologised and gave a new date: ${day}. As counted before:`;
  return `${extension}\n${explanationText(answer, language)}`;
}
