import * as z from 'zod';
import { addDays, dateOf, weekdayOf } from '../../functions/domain/vietnam-time.ts';
import { acknowledgement, dossierView } from '../../schemas/api/dossier.ts';
import { dossierDeadline } from '../../schemas/api/dossier-deadline.ts';
import { historyEntry } from '../../schemas/api/history.ts';
import { pageOf } from '../../schemas/api/paging.ts';
import { decisionReceipt } from '../../schemas/api/task.ts';
import { type ApiClient, devClient } from '../api-client.ts';

const PROCEDURE = '1.013225';
const UNIT = 'H44.101';

/** How often the clock is checked, in real milliseconds, and how many days after the promised one are shown. */
const LOOK_EVERY = 200;
const DAYS_AFTER = 3;

const WEEKDAYS = { mon: 'Hai', tue: 'Ba', wed: 'Tư', thu: 'Năm', fri: 'Sáu', sat: 'Bảy', sun: 'Chủ nhật' };
const ALARMS = {
  dueSoon: { vi: 'sắp đến hạn', en: 'due soon' },
  overdue: { vi: 'đã quá hạn', en: 'overdue' },
  escalated: { vi: 'quá hạn, báo lên cấp trên', en: 'escalated' },
};

export interface WatchDeps {
  readonly apiUrl: string;
  readonly say: (line: string) => void;
  /** The host's time. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Asked to end. */
  readonly over: AbortSignal;
}

/**
 * For a host whose time runs fast: a dossier is accepted and nobody works on it, so that the promised days pass
 * before the reader's eyes, each with its alarms.
 */
export async function watchDays(deps: WatchDeps): Promise<void> {
  const { apiUrl, say, now, pause, over } = deps;
  const as = (id: string, role: string, unit = UNIT) =>
    devClient(apiUrl, { kind: 'officer', id, unit, roles: [role] });
  const reception = await as('tiepnhan.h44-101', 'reception');
  const overseer = await as('theodoi.h44', 'overseer', 'H44');
  const code = await accepted(reception);
  const { dueOn } = z.parse(dossierView, (await overseer.get(`/v1/dossiers/${code}`)).body);
  if (dueOn === null) return;
  const counted = await countedDays(overseer, code);
  say(`\nMột hồ sơ khác, ${code}, hẹn trả ${dueOn}, được tiếp nhận rồi không ai xử lý: từng ngày trôi qua.
Another dossier, ${code}, promised for ${dueOn}, is accepted and left unhandled; day by day:`);
  const last = addDays(dueOn, DAYS_AFTER);
  const told = new Set<string>();
  for (let day = dateOf(now()); !over.aborted; ) {
    await pause(LOOK_EVERY);
    const today = dateOf(now());
    if (today === day) continue;
    for (; day < today; day = addDays(day, 1)) {
      const raised = await alarmsUntil(overseer, code, addDays(day, 1), told);
      const mark = counted.get(day) === false ? '–' : day > dueOn ? ' ' : '+';
      const end = day === dueOn ? '  ← ngày hẹn trả (promised)' : '';
      say(
        `  ${day} ${WEEKDAYS[weekdayOf(day)].padEnd(8)} ${mark}${end}${raised.map(line => `\n      ${line}`).join('')}`,
      );
      if (day >= last) return say(`  Hồ sơ ${code} vẫn chờ xử lý. It is still waiting for an officer.`);
    }
  }
}

/** Handed in and accepted at the counter. */
async function accepted(reception: ApiClient): Promise<string> {
  const { body } = await reception.post('/v1/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    receivingUnit: UNIT,
    applicant: { kind: 'person', name: 'Trần Thị Bình', identityNumber: '025190000002' },
    components: ['c1', 'c2', 'c7'].map(component => ({ component, paperCopies: 1 })),
    returnBy: 'counter',
  });
  const { code } = z.parse(acknowledgement, body);
  const answer = await reception.post(`/v1/tasks/${code}.t1/decision`, { decision: 'accept' });
  return z.parse(decisionReceipt, answer.body).dossier.code;
}

async function countedDays(reader: ApiClient, code: string): Promise<ReadonlyMap<string, boolean>> {
  const { body } = await reader.get(`/v1/dossiers/${code}/deadline`);
  const { entries } = z.parse(dossierDeadline, body);
  return new Map(entries.map(({ date, counted }) => [date, counted !== false]));
}

/** Alarms raised before a day that were not printed yet. */
async function alarmsUntil(
  reader: ApiClient,
  code: string,
  day: string,
  told: Set<string>,
): Promise<readonly string[]> {
  const { body } = await reader.get(`/v1/dossiers/${code}/history?limit=100`);
  const lines: string[] = [];
  for (const { hash, at, data } of z.parse(pageOf(historyEntry), body).items) {
    if (data.type !== 'alarmRaised' || data.level === undefined || told.has(hash)) continue;
    if (at.slice(0, 10) >= day) continue;
    told.add(hash);
    const [vi, en] = data.subject === 'dossier' ? ['cả hồ sơ', 'the dossier'] : ['bước đang chờ', 'its step'];
    const { vi: raised, en: raisedEn } = ALARMS[data.level];
    lines.push(`${at.slice(11, 16)}  ${vi} ${raised} (${en}: ${raisedEn})`);
  }
  return lines;
}
