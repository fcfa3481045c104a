import { describe, expect, test } from 'vitest';
import { explanationText, reasonText } from '../../../functions/domain/legal-clock/explanation-text.ts';
import type { Interruption } from '../../../functions/domain/legal-clock/interruptions.ts';
import { computeDue } from '../../../functions/domain/legal-clock/legal-clock.ts';
import type { Limit } from '../../../schemas/calendar.ts';
import { dayReason } from '../../../schemas/deadline.ts';
import { at, national, nationalClock } from './fixtures.ts';

const clock = nationalClock();
const ask = (start: string, amount: number, unit: Limit['unit'], ...interruptions: Interruption[]) =>
  clock.explain({ start: at(start), limit: { amount, unit }, interruptions });
const short = (...question: Parameters<typeof ask>) =>
  ask(...question).entries.map(
    ({ date, from, to, counted, reason }) =>
      `${date.slice(5)}${from ? ` ${from}-${to}` : ''} ${counted} ${reason}`,
  );

describe('entries', () => {
  test('working days: off days by their reason, the swapped Saturday with the day it is worked for', () => {
    expect(short('2025-04-25 10:00', 5, 'workingDay')).toEqual([
      '04-25 false receiptDay',
      '04-26 true swappedInDay',
      '04-27 false weekend',
      '04-28 true workingDay',
      '04-29 true workingDay',
      '04-30 false holiday',
      '05-01 false holiday',
      '05-02 false swapped',
      '05-03 false weekend',
      '05-04 false weekend',
      '05-05 true workingDay',
      '05-06 true workingDay',
    ]);
    expect(ask('2025-04-25 10:00', 5, 'workingDay').entries[1]).toMatchObject({ inPlaceOf: '2025-05-02' });
  });
  test('calendar days that roll on', () => {
    expect(
      short('2026-02-12 09:00', 3, 'calendarDay').filter((_, index) => [0, 3, 4, 11].includes(index)),
    ).toEqual([
      '02-12 false receiptDay',
      '02-15 true calendarDay',
      '02-16 false holiday',
      '02-23 false rolled',
    ]);
  });
  test('hours, with lunch, nights and days off', () => {
    expect(short('2026-11-20 16:00', 8, 'workingHour')).toEqual([
      '11-20 16:00-17:00 1 officeHours',
      '11-20 17:00-24:00 false outsideOfficeHours',
      '11-21 false weekend',
      '11-22 false weekend',
      '11-23 00:00-07:00 false outsideOfficeHours',
      '11-23 07:00-11:30 4.5 officeHours',
      '11-23 11:30-13:30 false lunch',
      '11-23 13:30-16:00 2.5 officeHours',
    ]);
  });
  test('hours over a pause', () => {
    const pause: Interruption = {
      from: at('2026-11-23 08:00'),
      to: at('2026-11-23 14:00'),
      resume: 'resume',
      reason: 'fee',
      by: 'Bộ phận Một cửa',
    };
    expect(short('2026-11-23 07:00', 2, 'workingHour', pause)).toEqual([
      '11-23 07:00-08:00 1 officeHours',
      '11-23 08:00-11:30 false pause',
      '11-23 11:30-13:30 false lunch',
      '11-23 13:30-14:00 false pause',
      '11-23 14:00-15:00 1 officeHours',
    ]);
    expect(ask('2026-11-23 07:00', 2, 'workingHour', pause).entries[1]).toMatchObject({
      pause: { reason: 'fee', by: 'Bộ phận Một cửa' },
    });
  });
  test('name the holiday and the exchanged Saturday, in days and in hours, and nothing else', () => {
    const holiday = { name: { vi: 'Quốc khánh 2/9', en: 'National Day' } };
    for (const entries of [
      ask('2026-09-01 09:00', 1, 'workingDay').entries,
      ask('2026-08-31 09:00', 1, 'workingHour').entries,
    ]) {
      expect(entries.find(({ date }) => date === '2026-09-02')).toEqual({
        date: '2026-09-02',
        counted: false,
        reason: 'holiday',
        ...holiday,
      });
    }
    const [sunday] = ask('2026-11-22 09:00', 1, 'workingHour').entries;
    expect(sunday).toEqual({ date: '2026-11-22', counted: false, reason: 'weekend' });
    const notCounted = nationalClock({ calendar: { ...national.calendar, swappedSaturdays: 'notCounted' } });
    const [saturday] = notCounted.explain({
      start: at('2026-08-22 09:00'),
      limit: { amount: 1, unit: 'workingHour' },
    }).entries;
    expect(saturday).toEqual({
      date: '2026-08-22',
      counted: false,
      reason: 'swappedSaturdayNotCounted',
      inPlaceOf: '2026-08-31',
    });
    const [morning] = ask('2026-11-23 09:00', 1, 'workingHour').entries;
    expect(morning).toEqual({
      date: '2026-11-23',
      from: '09:00',
      to: '10:00',
      counted: 1,
      reason: 'officeHours',
    });
  });
  test('half a day', () => {
    expect(short('2026-11-23 10:00', 1.5, 'workingDay')).toEqual(
      [
        '11-23 false receiptDay',
        '11-24 false holiday',
        '11-25 true workingDay',
        '11-26 00:00-07:00 false outsideOfficeHours',
        '11-26 07:00-11:00 0.5 partOfDay',
      ].filter(entry => !entry.includes('00:00')),
    );
  });
  test('a pause, a restart, and days forgotten', () => {
    const list: Interruption[] = [
      { from: at('2026-11-10 09:00'), to: at('2026-11-12 09:00'), resume: 'restart', reason: 'supplement' },
      { from: at('2026-11-13 09:00'), to: at('2026-11-16 09:00'), resume: 'resume', reason: 'citizen' },
    ];
    expect(short('2026-11-09 08:00', 2, 'workingDay', ...list)).toEqual([
      '11-09 false forgotten',
      '11-10 false pause',
      '11-11 false pause',
      '11-12 false restart',
      '11-13 true workingDay',
      '11-14 false pause',
      '11-15 false pause',
      '11-16 false pause',
      '11-17 true workingDay',
    ]);
    expect(ask('2026-11-09 08:00', 2, 'workingDay', ...list).entries[1]).toMatchObject({
      pause: { reason: 'supplement' },
    });
  });
  test('a day on which the limit would have ended, had the clock not stopped', () => {
    const pause: Interruption = {
      from: at('2026-11-17 16:00'),
      to: at('2026-11-17 18:00'),
      resume: 'resume',
    };
    expect(short('2026-11-16 10:00', 1, 'workingDay', pause)).toEqual([
      '11-16 false receiptDay',
      '11-17 false pause',
      '11-18 true workingDay',
    ]);
  });
  test('limits of nothing', () => {
    expect(short('2026-11-23 10:00', 0, 'workingDay')).toEqual(['11-23 false due']);
    expect(short('2026-11-21 10:00', 0, 'calendarDay')).toEqual([
      '11-21 false receiptDay',
      '11-22 false weekend',
      '11-23 false due',
    ]);
    const sameDay: Limit = { amount: 1, unit: 'workingDay', sameDay: { cutOff: '15:00' } };
    const { entries } = clock.explain({ start: at('2026-11-23 15:01'), limit: sameDay });
    expect(entries.map(({ reason }) => reason)).toEqual(['receiptDay', 'holiday', 'due']);
  });
  test('the day of receipt when it counts', () => {
    const counted = nationalClock({ rules: { ...national.rules, receiptDay: 'counted' } });
    const { entries } = counted.explain({
      start: at('2026-11-16 10:00'),
      limit: { amount: 2, unit: 'workingDay' },
    });
    expect(entries.map(({ counted: c, reason }) => `${c} ${reason}`)).toEqual([
      'true workingDay',
      'true workingDay',
    ]);
  });
  test('versions of what the answer rests on', () => {
    const question = { start: at('2026-11-16 10:00'), limit: { amount: 1, unit: 'workingDay' } as const };
    const answer = computeDue({ ...question, ...national });
    expect(answer).toMatchObject({
      calendarVersion: '2026.1',
      officeHoursVersion: '1',
      rulesVersion: '1',
      lapses: [],
    });
    expect(answer).toEqual(clock.explain(question));
  });
});

describe('text for people', () => {
  const supplement: Interruption = {
    from: at('2026-11-17 09:00'),
    to: at('2026-11-19 09:00'),
    resume: 'resume',
    reason: 'supplement',
    by: 'Trung tâm',
  };
  test('in Vietnamese', () => {
    expect(explanationText(ask('2026-11-16 10:00', 2.5, 'workingDay', supplement), 'vi').split('\n')).toEqual(
      [
        'Hạn trả kết quả: 11:00 thứ Hai, ngày 23/11/2026.',
        'thứ Hai 16/11/2026: không tính – ngày tiếp nhận',
        'thứ Ba 17/11/2026: tính 1 ngày – ngày làm việc',
        'thứ Tư 18/11/2026: không tính – tạm dừng tính thời hạn (chờ bổ sung hồ sơ, Trung tâm)',
        'thứ Năm 19/11/2026: không tính – tạm dừng tính thời hạn (chờ bổ sung hồ sơ, Trung tâm)',
        'thứ Sáu 20/11/2026: tính 1 ngày – ngày làm việc',
        'thứ Bảy 21/11/2026: không tính – ngày nghỉ hằng tuần',
        'Chủ nhật 22/11/2026: không tính – ngày nghỉ hằng tuần',
        'thứ Hai 23/11/2026 07:00–11:00: tính 0,5 ngày – một phần ngày làm việc',
        'Phiên bản lịch / giờ làm việc / quy tắc: 2026.1 / 1 / 1.',
      ],
    );
  });
  test('in English, with a provisional year', () => {
    expect(explanationText(ask('2026-12-31 16:00', 1.5, 'workingHour'), 'en').split('\n')).toEqual([
      'Due: 07:30 on Monday, 04/01/2027.',
      'Thursday 31/12/2026 16:00–17:00: counted 1 hour(s) – within office hours',
      'Thursday 31/12/2026 17:00–24:00: not counted – outside office hours',
      'Friday 01/01/2027: not counted – public holiday (New Year’s Day)',
      'Saturday 02/01/2027: not counted – weekly day off',
      'Sunday 03/01/2027: not counted – weekly day off',
      'Monday 04/01/2027 00:00–07:00: not counted – outside office hours',
      'Monday 04/01/2027 07:00–07:30: counted 0.5 hour(s) – within office hours',
      'Versions of calendar / office hours / rules: 2026.1 / 1 / 1. A year without an official calendar is involved: the date is provisional.',
    ]);
    const vietnamese = explanationText(ask('2026-12-31 16:00', 1.5, 'workingHour'), 'vi');
    expect(vietnamese).toContain('tính 0,5 giờ');
    expect(vietnamese).toContain('. Có năm chưa có lịch nghỉ chính thức: ngày này là tạm tính.');
  });
  test('of a clock that stands still', () => {
    const open: Interruption = { from: at('2026-11-17 09:00'), resume: 'resume' };
    expect(explanationText(ask('2026-11-16 10:00', 2.5, 'workingDay', open), 'vi')).toContain(
      'Chưa có ngày trả kết quả: thời hạn tạm dừng từ 09:00 thứ Ba, ngày 17/11/2026, còn lại 1,5 ngày làm việc.\n',
    );
    expect(explanationText(ask('2026-11-16 10:00', 7, 'calendarDay', open), 'en')).toContain(
      'No due date yet: the clock has been stopped since 09:00 on Tuesday, 17/11/2026, with 6 calendar day(s) left.\n',
    );
  });
  test('of a limit that had run out before it started again', () => {
    const late: Interruption = {
      from: at('2026-11-18 09:00'),
      to: at('2026-11-19 09:00'),
      resume: 'restart',
    };
    const answer = ask('2026-11-16 10:00', 1, 'workingDay', late);
    expect(explanationText(answer, 'vi').split('\n')[1]).toBe(
      'Lưu ý: thời hạn trước đã hết lúc 17:00 thứ Ba, ngày 17/11/2026, trước khi tạm dừng lúc 09:00 thứ Tư, ngày 18/11/2026.',
    );
    expect(explanationText(answer, 'en').split('\n')[1]).toBe(
      'Note: the earlier limit had run out at 17:00 on Tuesday, 17/11/2026, before the clock was stopped at 09:00 on Wednesday, 18/11/2026.',
    );
  });
  test('a counted day in English, and a swapped Saturday', () => {
    const text = explanationText(ask('2025-04-25 10:00', 1, 'workingDay'), 'en');
    expect(text).toContain('Saturday 26/04/2025: counted – worked in exchange for 02/05/2025');
    expect(explanationText(ask('2026-11-23 10:00', 0.5, 'workingDay'), 'en')).toContain(
      'counted 0.5 day(s) – part of a working day',
    );
  });
  test.each(dayReason.options)('every reason has words in both languages: %s', reason => {
    const [vi, en] = (['vi', 'en'] as const).map(language =>
      reasonText({ date: '2026-11-16', counted: false, reason, inPlaceOf: '2026-11-17' }, language),
    );
    expect(vi).toMatch(/\p{L}{2}/u);
    expect(en).toMatch(/^[a-z].*[a-z0-9]$/);
    expect(vi).not.toBe(en);
    expect(`${vi}${en}`).not.toContain('{');
  });
  test.each(['supplement', 'fee', 'citizen', 'outage', 'other'] as const)(
    'every ground of a pause has words: %s',
    ground => {
      const entry = {
        date: '2026-11-16',
        counted: false,
        reason: 'pause',
        pause: { reason: ground },
      } as const;
      expect(reasonText(entry, 'vi')).toMatch(/^tạm dừng tính thời hạn \(.{3,}\)$/);
      expect(reasonText(entry, 'en')).toMatch(/^clock stopped \([a-z ]{3,}\)$/);
    },
  );
});
