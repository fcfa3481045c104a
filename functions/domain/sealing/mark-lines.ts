import { type Instant, toRfc3339 } from '../vietnam-time.ts';

/**
 * What the mark of an agency's signature says: the agency, and the time of signing with date, time and zone (NĐ
 * 30/2020/NĐ-CP, annex I).
 */
export function markLines(agency: string, at: Instant): readonly string[] {
  const written = toRfc3339(Math.floor(at / 1000) * 1000);
  const [, year, month, day, time, zone] = /^(\d{4})-(\d\d)-(\d\d)T([\d:]{8})(.*)$/.exec(written) ?? [];
  return [agency, `Thời gian ký: ${day}/${month}/${year} ${time} ${zone}`];
}
