import type { BilingualName } from '../../../schemas/calendar.ts';
import type { DayReason, PauseReason } from '../../../schemas/deadline.ts';
import { parseDate, toRfc3339, weekdayOfDayNumber } from '../vietnam-time.ts';
import { decimal } from '../wording/amounts.ts';
import { dayText } from '../wording/dates.ts';
import type { ExplanationEntry } from './explanation-entry.ts';
import type { Due, Explained, Paused } from './legal-clock.ts';

export type Language = 'vi' | 'en';

const REASONS = {
  receiptDay: { vi: 'ngày tiếp nhận', en: 'day of receipt' },
  workingDay: { vi: 'ngày làm việc', en: 'working day' },
  swappedInDay: { vi: 'làm bù cho ngày {day}', en: 'worked in exchange for {day}' },
  calendarDay: { vi: 'ngày theo lịch', en: 'calendar day' },
  weekend: { vi: 'ngày nghỉ hằng tuần', en: 'weekly day off' },
  holiday: { vi: 'nghỉ lễ', en: 'public holiday' },
  compensation: { vi: 'nghỉ bù ngày lễ', en: 'day off in lieu of a holiday' },
  swapped: { vi: 'nghỉ hoán đổi', en: 'day off by exchange' },
  swappedSaturdayNotCounted: {
    vi: 'làm bù cho ngày {day}, không tính',
    en: 'worked in exchange for {day}, not counted',
  },
  unitDayOff: { vi: 'cơ quan nghỉ', en: 'office’s own day off' },
  officeClosed: { vi: 'cơ quan không làm việc', en: 'office closed' },
  officeHours: { vi: 'trong giờ làm việc', en: 'within office hours' },
  partOfDay: { vi: 'một phần ngày làm việc', en: 'part of a working day' },
  lunch: { vi: 'nghỉ trưa', en: 'lunch break' },
  outsideOfficeHours: { vi: 'ngoài giờ làm việc', en: 'outside office hours' },
  pause: { vi: 'tạm dừng tính thời hạn', en: 'clock stopped' },
  restart: { vi: 'thời hạn tính lại từ đầu', en: 'the limit starts again' },
  forgotten: { vi: 'đã qua nhưng thời hạn tính lại từ đầu', en: 'passed, but the limit started again' },
  rolled: {
    vi: 'ngày cuối là ngày nghỉ nên chuyển sang ngày này',
    en: 'the last day was a day off, so the limit ends here',
  },
  due: { vi: 'thời hạn kết thúc trong ngày này', en: 'the limit ends on this day' },
} as const satisfies Record<DayReason, BilingualName>;

const PAUSES = {
  supplement: { vi: 'chờ bổ sung hồ sơ', en: 'waiting for a supplement' },
  fee: { vi: 'chờ nộp phí, lệ phí', en: 'waiting for the fee' },
  citizen: { vi: 'chờ tổ chức, cá nhân', en: 'waiting for the applicant' },
  outage: { vi: 'hệ thống gián đoạn', en: 'system outage' },
  other: { vi: 'lý do khác', en: 'another reason' },
} as const satisfies Record<PauseReason, BilingualName>;

const WEEKDAYS = {
  mon: { vi: 'thứ Hai', en: 'Monday' },
  tue: { vi: 'thứ Ba', en: 'Tuesday' },
  wed: { vi: 'thứ Tư', en: 'Wednesday' },
  thu: { vi: 'thứ Năm', en: 'Thursday' },
  fri: { vi: 'thứ Sáu', en: 'Friday' },
  sat: { vi: 'thứ Bảy', en: 'Saturday' },
  sun: { vi: 'Chủ nhật', en: 'Sunday' },
} as const satisfies Record<string, BilingualName>;

/** Why an entry was counted or not, in words: "nghỉ lễ (Quốc khánh 2/9)". */
export function reasonText(entry: ExplanationEntry, language: Language): string {
  const base = REASONS[entry.reason][language].replace(
    '{day}',
    entry.inPlaceOf ? dayText(entry.inPlaceOf) : '',
  );
  const details = [
    entry.name?.[language],
    entry.pause?.name?.[language] ?? (entry.pause?.reason && PAUSES[entry.pause.reason][language]),
    entry.pause?.by,
  ].filter(detail => detail !== undefined);
  return details.length === 0 ? base : `${base} (${details.join(', ')})`;
}

/** A whole explanation, one line per day or part of a day, that a clerk can read to an applicant. */
export function explanationText(answer: (Due | Paused) & Explained, language: Language): string {
  const lines = answer.entries.map(entry => entryLine(entry, language));
  return [
    headline(answer, language),
    ...lapseLines(answer, language),
    ...lines,
    footer(answer, language),
  ].join('\n');
}

function headline(answer: Due | Paused, language: Language): string {
  const vietnamese = language === 'vi';
  const moment = momentText(answer.status === 'due' ? answer.dueAt : answer.pausedSince, language);
  if (answer.status === 'due') return vietnamese ? `Hạn trả kết quả: ${moment}.` : `Due: ${moment}.`;
  const { amount, unit } = answer.left;
  const left = `${decimal(amount, language)} ${UNITS[unit][language]}`;
  return vietnamese
    ? `Chưa có ngày trả kết quả: thời hạn tạm dừng từ ${moment}, còn lại ${left}.`
    : `No due date yet: the clock has been stopped since ${moment}, with ${left} left.`;
}

const UNITS = {
  workingDay: { vi: 'ngày làm việc', en: 'working day(s)' },
  calendarDay: { vi: 'ngày', en: 'calendar day(s)' },
  workingHour: { vi: 'giờ làm việc', en: 'working hour(s)' },
} as const satisfies Record<string, BilingualName>;

function lapseLines(answer: Due | Paused, language: Language): string[] {
  return answer.lapses.map(({ dueAt, restartedFrom }) => {
    const [due, from] = [momentText(dueAt, language), momentText(restartedFrom, language)];
    return language === 'vi'
      ? `Lưu ý: thời hạn trước đã hết lúc ${due}, trước khi tạm dừng lúc ${from}.`
      : `Note: the earlier limit had run out at ${due}, before the clock was stopped at ${from}.`;
  });
}

function entryLine(entry: ExplanationEntry, language: Language): string {
  const weekday = WEEKDAYS[weekdayOfDayNumber(parseDate(entry.date))][language];
  const hours = entry.from ? ` ${entry.from}–${entry.to}` : '';
  return `${weekday} ${dayText(entry.date)}${hours}: ${countText(entry, language)} – ${reasonText(entry, language)}`;
}

function countText({ counted, reason }: ExplanationEntry, language: Language): string {
  const vietnamese = language === 'vi';
  if (counted === false) return vietnamese ? 'không tính' : 'not counted';
  if (counted === true) return vietnamese ? 'tính 1 ngày' : 'counted';
  const amount = decimal(counted, language);
  if (reason === 'officeHours') return vietnamese ? `tính ${amount} giờ` : `counted ${amount} hour(s)`;
  return vietnamese ? `tính ${amount} ngày` : `counted ${amount} day(s)`;
}

function footer(answer: Due | Paused, language: Language): string {
  const versions = `${answer.calendarVersion} / ${answer.officeHoursVersion} / ${answer.rulesVersion}`;
  if (language === 'vi') {
    const provisional = answer.provisional
      ? ' Có năm chưa có lịch nghỉ chính thức: ngày này là tạm tính.'
      : '';
    return `Phiên bản lịch / giờ làm việc / quy tắc: ${versions}.${provisional}`;
  }
  const provisional = answer.provisional
    ? ' A year without an official calendar is involved: the date is provisional.'
    : '';
  return `Versions of calendar / office hours / rules: ${versions}.${provisional}`;
}

function momentText(instant: number, language: Language): string {
  const written = toRfc3339(instant);
  const date = written.slice(0, 10);
  const weekday = WEEKDAYS[weekdayOfDayNumber(parseDate(date))][language];
  return language === 'vi'
    ? `${written.slice(11, 16)} ${weekday}, ngày ${dayText(date)}`
    : `${written.slice(11, 16)} on ${weekday}, ${dayText(date)}`;
}
