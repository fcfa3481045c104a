import type { Words } from '../words.ts';
import { dossierCode, readDossierCode } from './dossier-code.ts';
import { type CodeRead, groupsOf, onlyOne, takeApart, tidyCode, typedCode } from './typed-code.ts';

/** Digits of the date and of the number, in the forms in use. */
const LENGTHS = [
  [6, 4],
  [6, 6],
  [6, 7],
  [8, 7],
] as const;

const FORM: Words = {
  vi: 'mã hồ sơ có dạng H44.101-261121-0001: mã cơ quan, ngày, số thứ tự trong ngày',
  en: 'a dossier code looks like H44.101-261121-0001: agency code, date, serial number within the day',
};
const AGENCY: Words = {
  vi: 'phần mã cơ quan ở đầu mã hồ sơ không đúng: có dạng H44 hoặc H44.101',
  en: 'the beginning of the dossier code must be an agency code such as H44 or H44.101',
};
const DATE: Words = {
  vi: 'phần ngày của mã hồ sơ không phải ngày có thật: gồm năm, tháng, ngày như 261121',
  en: 'the date in the dossier code does not exist: it is year, month and day, such as 261121',
};
const NUMBER: Words = {
  vi: 'số thứ tự ở cuối mã hồ sơ không đúng: 4 chữ số (mã của bộ: 6 hoặc 7), từ 0001',
  en: 'the serial number at the end of the dossier code is invalid: 4 digits (6 or 7 in codes of ministries), from 0001',
};

/**
 * Reads a dossier code as people type it: lower case, blanks, any dash, dots and dashes left out. If two codes are
 * possible because of what was left out, neither is chosen.
 */
export function readTypedDossierCode(text: string): CodeRead {
  const tidied = tidyCode(text);
  if (readDossierCode(tidied)) return { code: tidied };
  const typed = takeApart(tidied);
  if (!typed) return { wrong: FORM };
  const dashes = dashesOf(tidied);
  const candidates = candidatesOf(typed.compact).filter(
    code =>
      readDossierCode(code) !== undefined && (dashes.length !== 2 || `${dashes}` === `${dashesOf(code)}`),
  );
  return onlyOne(candidates, typed, whatIsWrong(tidied));
}

/** The positions of the dashes: a code has two, and two typed ones are these. */
const dashesOf = (text: string): number[] =>
  text
    .split('-')
    .slice(0, -1)
    .map(
      (_, index, parts) =>
        parts
          .slice(0, index + 1)
          .join('')
          .replace(/[^0-9A-Z]/g, '').length,
    );

/** Every code, existing or not, with these letters and digits. */
function candidatesOf(compact: string): string[] {
  const old = /^(\d{3})(\d{2})(\d{2})([A-Y]\d{2})(\d{6})(\d{4})$/.exec(compact);
  if (old) return [`${old.slice(1, 5).join('.')}-${old[5]}-${old[6]}`];
  const [, top = '', digits = ''] = /^([A-Y]\d{2})(\d{10,})$/.exec(compact) ?? [];
  return LENGTHS.flatMap(([dateLength, numberLength]) => {
    const date = digits.length - numberLength - dateLength;
    if (top === '' || date < 0) return [];
    const end = `${digits.slice(date, date + dateLength)}-${digits.slice(date + dateLength)}`;
    return groupsOf(digits.slice(0, date)).map(groups => `${[top, ...groups].join('.')}-${end}`);
  });
}

/** Which part of it is wrong, if its parts can be told apart. */
function whatIsWrong(tidied: string): Words {
  const parts = tidied.split(/[-\s]+/);
  if (parts.length !== 3) return FORM;
  const [agency = '', date = '', number = ''] = parts;
  if (!/^(\d{3}\.?\d{2}\.?\d{2}\.?)?[A-Y]\d{2}[\d.]*$/.test(agency)) return AGENCY;
  if (!/^(\d{4}|\d{6,7})$/.test(number) || Number(number) === 0) return NUMBER;
  return readDossierCode(`H44-${date}-${number}`) ? AGENCY : DATE;
}

/** A dossier code in a path or query, as a person may have typed it. */
export const typedDossierCode = typedCode(readTypedDossierCode).meta({
  id: 'TypedDossierCode',
  description: 'Dossier code (mã hồ sơ); lower case, spaces, other dashes and missing dots are accepted',
  example: dossierCode.meta()?.example,
});
