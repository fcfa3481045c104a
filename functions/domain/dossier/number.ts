import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import { endOfDay } from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';

/** Four digits per day and agency of a province (QĐ 20/2020 practice); the number never wraps. */
export const LAST_NUMBER = 9999;

/** The last number that a dossier submitted online may get, if a share, in percent, is kept for the counter. */
export function lastOnlineNumber(counterShare: number): number {
  return LAST_NUMBER - Math.ceil((LAST_NUMBER * counterShare) / 100);
}

/**
 * The code of the n-th dossier an agency received on a day (`YYYY-MM-DD`, Vietnam): `H44.101-261121-0001`. Numbers
 * beyond `last` are kept for the counter and the post.
 */
export function formatDossierCode(
  agency: AgencyCode,
  date: string,
  number: number,
  last = LAST_NUMBER,
): string {
  if (number > LAST_NUMBER) {
    throw new ProblemError(
      'number-exhausted',
      {
        vi: `${agency} đã cấp hết ${LAST_NUMBER} số hồ sơ của ngày ${dayText(date)}.`,
        en: `${agency} has used all ${LAST_NUMBER} dossier numbers of ${date}.`,
      },
      { until: endOfDay(date) },
    );
  }
  if (number > last) {
    throw new ProblemError(
      'numbers-kept',
      {
        vi: `Đơn vị ${agency} đã cấp hết ${last.toLocaleString('vi-VN')} số hồ sơ dành cho nộp trực tuyến trong ngày ${dayText(date)}; các số còn lại dành cho hồ sơ nộp trực tiếp và qua bưu chính. Vui lòng nộp trực tuyến vào ngày hôm sau, hoặc nộp trực tiếp tại Bộ phận Một cửa hay qua bưu chính.`,
        en: `${agency} has used its ${last} numbers of ${date} for online dossiers; the rest are kept for the counter and the post. Submit online on the next day, at the counter or by post.`,
      },
      { until: endOfDay(date) },
    );
  }
  return `${agency}-${date.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}

/** Which of its agency's and day's dossiers it is, by its code. */
export const numberOf = (code: string): number => Number(code.slice(-4));

/** The number of a result in its agency's register of the year: `H44.101-KQ2026-000001`. */
export function formatResultNumber(agency: AgencyCode, year: string, number: number): string {
  return `${agency}-KQ${year}-${String(number).padStart(6, '0')}`;
}
