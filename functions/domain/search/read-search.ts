import type { CalendarDate } from '../../../schemas/calendar.ts';
import { nationalProcedureCode } from '../../../schemas/codes/procedure-code.ts';
import { type CodeReading, readCodePart } from './code-part.ts';
import { identityTerm, type NameQuestion, nameQuestions, phoneTerm, taxTerm } from './search-terms.ts';

/** What a text typed into the one search box may mean; everything that it may mean is looked for. */
export interface SearchReading {
  readonly code: CodeReading;
  readonly resultNumber: string | undefined;
  /** Terms of identity number, tax code and telephone, with what each is. */
  readonly numbers: readonly {
    readonly term: string;
    readonly what: 'identityNumber' | 'taxCode' | 'phone';
  }[];
  readonly names: readonly NameQuestion[];
  /** National code of a procedure, when the text is one. */
  readonly procedure: string | undefined;
}

/** Where the search is made: which units' codes are in sight, and what day it is in Viet Nam. */
export interface Sight {
  readonly units: readonly string[];
  readonly today: CalendarDate;
}

/** Reads a search. Punctuation means nothing; digits may be grouped by spaces, dots or dashes as people write them. */
export function readSearch(text: string, sight: Sight): SearchReading {
  const result = /^[A-Z]\d{2}[\d.A-Z]*-KQ\d{4}-\d{6}$/.exec(text.trim().toUpperCase());
  const digits = text.replace(/[\s.-]/g, '');
  return {
    code: readCodePart(text, sight.units, sight.today),
    resultNumber: result?.[0],
    numbers: [
      ...(/^\d{12}$/.test(digits) ? [{ term: identityTerm(digits), what: 'identityNumber' as const }] : []),
      ...(/^\d{10}(\d{3})?$/.test(digits)
        ? [{ term: taxTerm(taxCodeOf(digits)), what: 'taxCode' as const }]
        : []),
      ...(/^(0|\+84)\d{9,10}$/.test(digits) ? [{ term: phoneTerm(digits), what: 'phone' as const }] : []),
    ],
    names: /\p{L}/u.test(text) && !/^\s*[A-Y]\d/i.test(text) ? nameQuestions(text) : [],
    procedure: nationalProcedureCode(text),
  };
}

/** Thirteen digits are the code of a branch, written with a dash. */
const taxCodeOf = (digits: string) =>
  digits.length === 13 ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;
