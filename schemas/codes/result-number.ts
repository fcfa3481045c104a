import { agencyCode } from './agency-code.ts';
import { type CodeRead, groupsOf, onlyOne, takeApart, tidyCode, typedCode } from './typed-code.ts';

const FORM = /^(?<agency>.+)-KQ\d{4}-\d{6,}$/;

/** Whether a text is a result number as in registers: `H44.101-KQ2026-000001`. */
export function isResultNumber(text: string): boolean {
  return agencyCode.safeParse(FORM.exec(text)?.groups?.['agency']).success;
}

/** Reads a result number as people type it. */
export function readTypedResultNumber(text: string): CodeRead {
  const tidied = tidyCode(text);
  if (isResultNumber(tidied)) return { code: tidied };
  const wrong = {
    vi: 'số kết quả có dạng H44.101-KQ2026-000001: mã cơ quan, KQ và năm, số thứ tự trong năm',
    en: 'a result number looks like H44.101-KQ2026-000001: agency code, KQ and year, serial number within the year',
  };
  const typed = takeApart(tidied);
  const [, top, digits = '', end] = /^([A-Y]\d{2})(\d*)(KQ\d{10,})$/.exec(typed?.compact ?? '') ?? [];
  if (!typed || top === undefined || end === undefined) return { wrong };
  const candidates = groupsOf(digits).map(
    groups => `${[top, ...groups].join('.')}-${end.slice(0, 6)}-${end.slice(6)}`,
  );
  return onlyOne(candidates, typed, wrong);
}

/** A result number in a path, as a person may have typed it. */
export const typedResultNumber = typedCode(readTypedResultNumber).meta({
  id: 'TypedResultNumber',
  description: 'Result number (số kết quả); lower case, spaces, other dashes and missing dots are accepted',
  example: 'H44.101-KQ2026-000001',
});
