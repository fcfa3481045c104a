import { calendarDate } from '../../../../schemas/calendar.ts';
import { dong } from '../../../../schemas/money/dong.ts';
import type { Words } from '../../../../schemas/words.ts';
import { parseInstant } from '../../vietnam-time.ts';
import { type Lines, type Side, sides } from './lines.ts';

const sideNames: Readonly<Record<Side, Words>> = {
  ours: { vi: 'hệ thống', en: 'ours' },
  gateway: { vi: 'cổng thanh toán', en: 'the gateway' },
  treasury: { vi: 'kho bạc', en: 'the treasury' },
};

/** What keeps lists from being compared; empty where nothing does. `lines` are those given and carried. */
export function inputFaults(day: string, lines: Lines): Words[] {
  const { ours, gateway, treasury } = lines;
  const faults: Words[] = [];
  const badDays = [day, ...treasury.map(({ bookedOn }) => bookedOn)].filter(isNoDay);
  for (const bad of new Set(badDays))
    faults.push({ vi: `“${bad}” không phải ngày`, en: `“${bad}” is no day` });
  const badMoments = [...ours, ...gateway].map(({ at }) => at).filter(isNoMoment);
  for (const bad of new Set(badMoments))
    faults.push({ vi: `“${bad}” không phải thời điểm`, en: `“${bad}” is no moment` });
  const seen = new Set<string>();
  const twice = ours.filter(({ id }) => seen.size === seen.add(id).size);
  for (const { id } of twice)
    faults.push({ vi: `khoản ${id} có hai lần`, en: `the payment ${id} is there twice` });
  for (const { direction, reference } of treasury)
    if (direction !== 'credit')
      faults.push({ vi: `bút toán ${reference} là ghi nợ`, en: `the entry ${reference} is a debit` });
  for (const side of sides) {
    const counted = lines[side].reduce((sum, { amount }) => sum + amount, 0);
    const { vi, en } = sideNames[side];
    if (!dong.safeParse(counted).success)
      faults.push({
        vi: `${vi}: tổng lớn hơn 1.000 tỷ đồng`,
        en: `${en}: the sum is above 1,000 billion đồng`,
      });
  }
  return faults;
}

const isNoDay = (text: string) => !calendarDate.safeParse(text).success;

function isNoMoment(text: string): boolean {
  try {
    parseInstant(text);
    return false;
  } catch {
    return true;
  }
}
