import type { CalendarDate } from '../../../schemas/calendar.ts';
import { readPhoneNumber } from '../../../schemas/codes/phone-number.ts';
import { readTypedResultNumber } from '../../../schemas/codes/result-number.ts';
import { readTypedDossierCode } from '../../../schemas/codes/typed-dossier-code.ts';
import { readTypedProcedureCode } from '../../../schemas/codes/typed-procedure-code.ts';
import { type CodeReading, readCodePart } from './code-part.ts';
import { earlierPhoneTerms } from './earlier-terms.ts';
import type { NameQuestion } from './name-question.ts';
import { nameQuestions } from './name-questions.ts';
import { identityTerm, paperTerm, phoneTerm, taxTerm } from './search-terms.ts';

/** The possible meanings of a search text; all of them are looked up. */
export interface SearchReading {
  readonly code: CodeReading;
  readonly resultNumber: string | undefined;
  /** Terms of identity number, tax code, telephone number and other papers, with their kinds. */
  readonly numbers: readonly {
    readonly term: string;
    readonly what: 'identityNumber' | 'taxCode' | 'phone' | 'paper';
  }[];
  readonly names: readonly NameQuestion[];
  /** National code of a procedure, when the text is one. */
  readonly procedure: string | undefined;
  /** A possible portal reference, if the text can be one. */
  readonly reference: string | undefined;
}

/** The scope of the search: the codes of the visible units, and today's date in Viet Nam. */
export interface Sight {
  readonly units: readonly string[];
  readonly today: CalendarDate;
}

/** Separators people write between the digits of a number. */
const BETWEEN = /[\s\p{Pd}\p{Default_Ignorable_Code_Point}\u2212.·()/]/gu;

/**
 * Reads a search. Digits may be grouped by blanks, dots, dashes or brackets, codes typed as in a path. A text is read
 * as words as well (`A1 Phú Thọ`), unless it can only be a code.
 */
export function readSearch(text: string, sight: Sight): SearchReading {
  const digits = text.normalize('NFKC').replace(BETWEEN, '');
  const result = codeIn(readTypedResultNumber(text));
  const dossier = codeIn(readTypedDossierCode(text));
  // Seven digits alone are more often part of a dossier code.
  const procedure = /^\d+$/.test(text.trim()) ? undefined : codeIn(readTypedProcedureCode(text));
  const code = readCodePart(dossier ?? text, sight.units, sight.today);
  const certain = result ?? dossier ?? procedure ?? unitIn(text, sight.units);
  return {
    code,
    resultNumber: result,
    numbers: [
      ...(/^\d{12}$/.test(digits) ? [{ term: identityTerm(digits), what: 'identityNumber' as const }] : []),
      ...(/^\d{10}(\d{3})?$/.test(digits)
        ? [{ term: taxTerm(taxCodeOf(digits)), what: 'taxCode' as const }]
        : []),
      ...phoneTerms(text).map(term => ({ term, what: 'phone' as const })),
      ...(certain === undefined && isPaperNumber(text)
        ? [{ term: paperTerm(text), what: 'paper' as const }]
        : []),
    ],
    names: certain === undefined && mayBeWords(text) ? nameQuestions(text) : [],
    procedure,
    reference: certain === undefined && /\p{N}/u.test(text) && text.length <= 100 ? text : undefined,
  };
}

const codeIn = (read: ReturnType<typeof readTypedDossierCode>) => ('code' in read ? read.code : undefined);

function phoneTerms(text: string): string[] {
  const number = readPhoneNumber(text);
  return number === undefined ? [] : [...new Set([phoneTerm(number), ...earlierPhoneTerms(text)])];
}

/** Passports and other papers have letters, digits and few other characters; only a lookup tells whether it is one. */
function isPaperNumber(text: string): boolean {
  const number = text.normalize('NFKC').replace(BETWEEN, '');
  return /^(?=.*\d)[0-9a-z]{6,20}$/i.test(number) && !/^\d{10}(\d{2,3})?$/.test(number);
}

/** Thirteen digits are the code of a branch, usually written with a dash. */
const taxCodeOf = (digits: string) =>
  digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;

const compact = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The visible unit whose code, perhaps followed by a day and a number, is the whole text. */
const unitIn = (text: string, units: readonly string[]) =>
  units.find(unit => {
    const code = compact(unit);
    return compact(text).startsWith(code) && /^\d*$/.test(compact(text).slice(code.length));
  });

/** Whether a text may be words of a name: letters, or a short number as in company names (`Công ty 789`). */
const mayBeWords = (text: string) => /\p{L}/u.test(text) || /^[1-9]\d{0,4}$/.test(compact(text));
