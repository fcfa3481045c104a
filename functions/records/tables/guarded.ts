const BLANK = /\p{White_Space}+/gu;
/** Controls, marks of no width, the empty Braille sign: some programs cut them off before they look at a cell. */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]--[\p{White_Space}]]/gv;

/**
 * What makes a spreadsheet treat a cell as a formula when it comes first (OWASP, CSV injection), or as the sign of a
 * number.
 */
const FORMULA = /^[=+\-@\u2212]/;
/** Stripped by some programs, which then interpret what follows. */
const CUT_OFF = /^[\t\r\n]/;

/**
 * A number, a date or time in digits, or a fraction, as spreadsheets of any locale read them; with currency signs,
 * percent or an exponent.
 */
const NUMBER = /^[(\p{Sc}]*\d[\d.,:/'’ -]*(?:e[+-]?\d+|%|\p{Sc}|đ|vnd| [ap]m?|[ap]m)?\)?$/iu;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** A date with a month name: the company “May 10” would become the tenth of May. */
const DATE = new RegExp(
  `^(?:\\d{1,4}[-/., ]*${MONTH}|(?:${MONTH}|(?:\\d{1,2}[-/., ]*)?(?:thg|tháng))[-/., ]*\\d{1,4})(?:[-/., ]+\\d{1,4})*$`,
  'i',
);
const TRUTH = /^(?:true|false)$/i;

/** Letters that no program reinterprets. */
const BEGINS_WITH_LETTER = /^[A-Za-zÀ-ỹ]/;

/**
 * Puts an apostrophe, which spreadsheets know as the mark of text, before a text they would execute or convert: a
 * formula, even after blanks or in full-width characters; 1.001020, 1E5, 0912 345 678, 1/2, May 10, TRUE.
 */
export function guarded(text: string): string {
  return isEndangered(text) ? `'${text}` : text;
}

function isEndangered(text: string): boolean {
  if (BEGINS_WITH_LETTER.test(text)) return DATE.test(text.trimEnd()) || TRUTH.test(text.trimEnd());
  if (CUT_OFF.test(text)) return true;
  // As it is, too: a combining mark makes one character of it and a sign, which programs that compose nothing run.
  if (FORMULA.test(bare(text))) return true;
  const read = bare(text.normalize('NFKC'));
  return FORMULA.test(read) || NUMBER.test(read) || DATE.test(read) || TRUTH.test(read);
}

const bare = (text: string): string => text.replace(UNSEEN, '').replace(BLANK, ' ').trim();
