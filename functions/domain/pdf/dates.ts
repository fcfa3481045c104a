import { textOf } from './text-string.ts';
import { PdfString, type PdfValue } from './values.ts';

const MINUTE = 60_000;

/** The instant of a date of PDF (`D:20261127141500+07'00'`), in milliseconds; undefined if it is none. */
export function instantOfDate(value: PdfValue | undefined): number | undefined {
  const written = textOf(value)?.match(
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/,
  );
  if (!written) return undefined;
  const [
    ,
    year,
    month = '1',
    day = '1',
    hour = '0',
    minute = '0',
    second = '0',
    sign,
    aheadHours,
    aheadMinutes,
  ] = written;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const ahead = (Number(aheadHours ?? 0) * 60 + Number(aheadMinutes ?? 0)) * MINUTE;
  return sign === '-' ? local + ahead : local - ahead;
}

/** A date of PDF in the time of Viet Nam. */
export function dateOfInstant(at: number): PdfString {
  const there = new Date(at + 7 * 60 * MINUTE).toISOString().replace(/[-:T]|\.\d+Z/g, '');
  return new PdfString(Buffer.from(`D:${there}+07'00'`, 'latin1'));
}
