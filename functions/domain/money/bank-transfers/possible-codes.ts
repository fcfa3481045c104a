import { groupsOf } from '../../../../schemas/codes/typed-code.ts';
import type { Scanned } from './scan.ts';

/** A code that may be meant, and where it stands. */
export interface PossibleCode {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Digits of the date and of the number, in the forms in use. */
const ENDS = [
  [6, 4],
  [6, 6],
  [6, 7],
  [8, 7],
] as const;
/** Five groups of at most three digits stand between the first part of a code and its date. */
const MOST_GROUPED = 15;
/** `000.00.01.`, before the letter. */
const OLD_PREFIX = 7;

/** Every code, existing or not, that has its letter here and ends where something ends. */
export function codesFrom(scanned: Scanned, at: number): PossibleCode[] {
  const { letters, breaks } = scanned;
  const top = letters.slice(at, at + 3);
  const digits = /^\d*/.exec(letters.slice(at + 3))?.[0] ?? '';
  const ends = (to: number) => to === at + 3 + digits.length || breaks.has(to);
  const codes = ENDS.flatMap(([date, number]) =>
    Array.from({ length: MOST_GROUPED + 1 }, (_, grouped) => grouped).flatMap(grouped => {
      const to = at + 3 + grouped + date + number;
      if (grouped + date + number > digits.length || !ends(to)) return [];
      const end = endOf(digits.slice(grouped), date, number);
      return groupsOf(digits.slice(0, grouped)).map(groups => ({
        code: `${[top, ...groups].join('.')}-${end}`,
        from: at,
        to,
      }));
    }),
  );
  const before = /\d{7}$/.exec(letters.slice(Math.max(0, at - OLD_PREFIX), at))?.[0];
  if (before === undefined || digits.length < 10 || !ends(at + 13)) return codes;
  const prefix = `${before.slice(0, 3)}.${before.slice(3, 5)}.${before.slice(5)}`;
  const old = { code: `${prefix}.${top}-${endOf(digits, 6, 4)}`, from: at - OLD_PREFIX, to: at + 13 };
  return [old, ...codes];
}

const endOf = (digits: string, date: number, number: number) =>
  `${digits.slice(0, date)}-${digits.slice(date, date + number)}`;
