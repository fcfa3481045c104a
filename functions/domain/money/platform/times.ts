import { dateOf, parseInstant, TimeTextError, toRfc3339 } from '../../vietnam-time.ts';

/** A moment as the payment platform writes it, `20261127143000` in Vietnam's time. @throws TimeTextError */
export function platformTime(instant: string): string {
  return toRfc3339(parseInstant(instant)).slice(0, 19).replaceAll(/[-T:]/g, '');
}

/** A moment of the platform in RFC 3339; undefined if it is none. */
export function readPlatformTime(told: unknown): string | undefined {
  const text = typeof told === 'number' ? String(told) : told;
  if (typeof text !== 'string') return undefined;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`;
  try {
    return dateOf(parseInstant(moment)) === moment.slice(0, 10) ? moment : undefined;
  } catch (error) {
    if (error instanceof TimeTextError) return undefined;
    throw error;
  }
}
