import { type Instant, toRfc3339 } from '../vietnam-time.ts';

/** 21/11/2026, as a day (`YYYY-MM-DD`) is written in Vietnam. */
export const dayText = (date: string) => date.split('-').toReversed().join('/');

/** 10:30 ngày 21/11/2026. */
export function momentText(instant: Instant): string {
  const written = toRfc3339(instant);
  return `${written.slice(11, 16)} ngày ${dayText(written.slice(0, 10))}`;
}

/** 10 giờ 30 phút, ngày 21/11/2026, as forms write a moment. */
export function formalMoment(instant: Instant): string {
  const written = toRfc3339(instant);
  return `${written.slice(11, 13)} giờ ${written.slice(14, 16)} phút, ngày ${dayText(written.slice(0, 10))}`;
}
