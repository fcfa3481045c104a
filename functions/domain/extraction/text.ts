import { identityNumber } from '../../../schemas/codes/identity-number.ts';
import type { Finding, FindingField } from '../../../schemas/stored/finding.ts';
import type { PageLine, PageText } from '../../../schemas/stored/page-text.ts';
import { dayOf } from './dates.ts';

/** Words that come before a person’s name in forms. Readers lose accents, so these count without them. */
const NAMED = /(?:họ|ho),?\s*(?:chữ đệm,?\s*|và\s*|va\s*)?(?:và\s*)?(?:tên|ten)[^:]{0,60}:\s*/giu;
/** A name: two to six words, each with a capital. */
const NAME = /^(\p{Lu}[\p{L}']*(?:\s+\p{Lu}[\p{L}']*){1,5})/u;
const NUMBER = /(?<!\d)\d{12}(?!\d)/g;
const DAYS =
  /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu;
const BORN = /(?:sinh|birth)/iu;
/** `Số: 123/QĐ-UBND`, `Số 45/2026/TT-BTC`: number, year if any, kind and author (NĐ 30/2020, annex I). */
const DOCUMENT = /số[:\s]{1,3}(\d{1,6}(?:\/\d{4})?\/[A-ZĐ][A-ZĐ0-9-]{1,30})/iu;
const BODIES =
  /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|BỘ|SỞ|CỤC|CHI CỤC|CÔNG AN|PHÒNG|VĂN PHÒNG|TÒA ÁN|HỘI ĐỒNG NHÂN DÂN)\s.{2,100}$/u;
/** The name of the issuing body stands in the upper part of the first page (NĐ 30/2020, annex I). */
const HEAD = 0.3;

/** How sure one may be of what stands in plain text: a label or a form of its own, or only its shape. */
const LABELLED = 0.95;
const SHAPED = 0.8;

/** What the text of a page says. */
export function findingsInText({ page, lines }: Pick<PageText, 'page' | 'lines'>): Finding[] {
  return lines.flatMap(line => {
    const found = (field: FindingField, value: string, sure: number): Finding => ({
      field,
      value: value.normalize('NFC').slice(0, 300),
      from: 'text',
      page,
      box: line.box,
      confidence: Math.round(line.confidence * sure),
    });
    const number = DOCUMENT.exec(line.text)?.[1];
    return [
      ...numbersIn(line).map(value => found('identityNumber', value, LABELLED)),
      ...namesIn(line).map(value => found('fullName', value, LABELLED)),
      ...daysIn(line).map(({ field, value }) => found(field, value, SHAPED)),
      ...(number === undefined ? [] : [found('documentNumber', number.toUpperCase(), LABELLED)]),
      ...(page === 1 && line.box.top < HEAD && BODIES.test(line.text.trim())
        ? [found('issuingBody', line.text.trim(), SHAPED)]
        : []),
    ];
  });
}

const numbersIn = ({ text }: PageLine) =>
  [...text.matchAll(NUMBER)]
    .map(([number]) => number)
    .filter(number => identityNumber.safeParse(number).success);

const namesIn = ({ text }: PageLine) =>
  [...text.matchAll(NAMED)].flatMap(({ 0: label, index }) => {
    const name = NAME.exec(text.slice(index + label.length))?.[1];
    return name === undefined ? [] : [name];
  });

function daysIn({ text }: PageLine): { field: 'birthDate' | 'documentDate'; value: string }[] {
  return [...text.matchAll(DAYS)].flatMap(match => {
    const [, day = match[4], month = match[5], year = match[6]] = match;
    const value = day && month && year ? dayOf(day, month, year) : undefined;
    if (value === undefined) return [];
    const field = BORN.test(text.slice(Math.max(0, match.index - 40), match.index))
      ? 'birthDate'
      : 'documentDate';
    return [{ field, value }];
  });
}
