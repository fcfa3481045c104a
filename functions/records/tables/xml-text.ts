/** Most characters a spreadsheet cell can hold; a longer one makes the whole file unreadable. */
const LONGEST = 32_767;

const MARKED = '… [cắt bớt]';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A bare one would be read as a line feed.
  '\r': '&#13;',
};

/** What must be escaped or replaced in XML 1.0. */
const SPECIAL = /[&<>\r]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot carry.
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** Spreadsheets read _x0041_ in a cell as an A. */
const LIKE_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A text as the content of a cell. What XML cannot carry becomes U+FFFD; what a cell cannot hold is cut off, and the
 * cut is marked.
 */
export function xmlText(text: string): string {
  const whole = text.length > LONGEST ? text.slice(0, LONGEST - MARKED.length) + MARKED : text;
  return whole
    .toWellFormed()
    .replace(IMPOSSIBLE, '\uFFFD')
    .replace(LIKE_ESCAPE, '_x005F_')
    .replace(SPECIAL, character => ESCAPES[character] ?? character);
}

/** A text as the value of an attribute in double quotes. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;');
}
