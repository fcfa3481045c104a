import * as z from 'zod';
import { says } from '../words.ts';

/**
 * The three written forms of a dossier code (mã hồ sơ) in use: ours since QĐ 20/2020 (`H44.101-261121-0001`, four
 * digits for a province, six or seven for a ministry), the one of TT 01/2018 (`000.00.01.H44-250701-0001`), and that
 * of the ministries' 2026 systems (`G09.20-20260609-0092637`).
 */
const FORMS = [
  /^(?<agency>[A-Y]\d{2}(?:\.\d{2,3}){0,5})-(?<date>\d{6})-(?<number>\d{4}|\d{6,7})$/,
  /^(?<agency>\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2})-(?<date>\d{6})-(?<number>\d{4})$/,
  /^(?<agency>[A-Y]\d{2}(?:\.\d{2,3}){0,5})-(?<date>\d{8})-(?<number>\d{7})$/,
];

/** The parts of a dossier code: agency as written, date of receipt `YYYY-MM-DD`, number of that day from 1. */
export interface DossierCodeParts {
  readonly agency: string;
  readonly date: string;
  readonly number: number;
}

function realDate(digits: string): string | undefined {
  const text = digits.length === 6 ? `20${digits}` : digits;
  const date = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? undefined : date;
}

/**
 * Reads a dossier code in any form in use; undefined when the form is unknown, the date does not exist or the number
 * is zero.
 */
export function readDossierCode(text: string): DossierCodeParts | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    const date = realDate(groups?.['date'] ?? '');
    const number = Number(groups?.['number']);
    if (groups?.['agency'] && date && number > 0) return { agency: groups['agency'], date, number };
  }
  return undefined;
}

/** Code of a dossier, in any form in use, with a date that exists. TT 01/2018/TT-VPCP Đ19; QĐ 20/2020/QĐ-TTg. */
export const dossierCode = z
  .string()
  .max(50)
  .refine(
    text => readDossierCode(text) !== undefined,
    says({
      vi: 'phải là mã hồ sơ có ngày có thật, dạng H44.101-261121-0001',
      en: 'must be a dossier code with an existing date, such as H44.101-261121-0001',
    }),
  )
  .meta({ id: 'DossierCode', description: 'Dossier code (mã hồ sơ)', example: 'H44.101-261121-0001' });
