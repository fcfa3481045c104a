import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import { dayText } from '../wording/dates.ts';

/** Four digits per day and agency of a province (QĐ 20/2020 practice); the number never wraps. */
const LAST_NUMBER = 9999;

/** The code of the n-th dossier an agency received on a day (`YYYY-MM-DD`, Vietnam): `H44.101-261121-0001`. */
export function formatDossierCode(agency: AgencyCode, date: string, number: number): string {
  if (number > LAST_NUMBER) {
    throw new ProblemError('number-exhausted', {
      vi: `${agency} đã cấp hết ${LAST_NUMBER} số hồ sơ của ngày ${dayText(date)}.`,
      en: `${agency} has used all ${LAST_NUMBER} dossier numbers of ${date}.`,
    });
  }
  return `${agency}-${date.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}

/** The number of a result in its agency's register of the year: `H44.101-KQ2026-000001`. */
export function formatResultNumber(agency: AgencyCode, year: string, number: number): string {
  return `${agency}-KQ${year}-${String(number).padStart(6, '0')}`;
}
