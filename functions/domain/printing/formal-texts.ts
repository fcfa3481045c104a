import type { Signature } from '../../../schemas/organization/authorization.ts';
import { normalizeText } from '../../../schemas/text.ts';

/** Texts as administrative documents write them (thể thức, NĐ 30/2020/NĐ-CP, annex I). */

/** A text on one line. */
export function line(text: string): string {
  return normalizeText(text).replace(/\s+/g, ' ').trim();
}

export function capitals(name: string): string {
  return normalizeText(line(name).toLocaleUpperCase('vi'));
}

/**
 * Authority and office of the signer (quyền hạn, chức vụ): `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`
 * (NĐ 30/2020/NĐ-CP, annex I, 7).
 */
export function signatureLines(
  signature: Pick<Signature, 'form' | 'position' | 'for'> | null,
): string[] | undefined {
  if (signature === null) return undefined;
  const { form, position, for: named } = signature;
  const office = capitals(position);
  return form === 'direct' || named === null ? [office] : [`${form}. ${capitals(named)}`, office];
}

/** Place and date of a document: `Tân Hoà, ngày 27 tháng 11 năm 2026`. */
export function placeAndDate(place: string | null, date: string): string {
  const written = dateWritten(date);
  return place === null ? `N${written.slice(1)}` : `${line(place)}, ${written}`;
}

/**
 * A date (`YYYY-MM-DD`) as documents have it. Days below 10, and January and February, are written with a leading zero,
 * so that no digit can be added (NĐ 30/2020, annex I).
 */
export function dateWritten(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
