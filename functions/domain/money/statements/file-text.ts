import { faultWords } from './fault-words.ts';
import { MOST_BYTES } from './limits.ts';
import type { StatementFault } from './statement.ts';

/** How archives (workbooks among them), old workbooks and PDF begin. */
const BINARY = ['504b0304', 'd0cf11e0', '25504446', '1f8b08'];

const LINE_FEED = 0x0a;

/** The text of a file in UTF-8, without its byte order mark, or why it is none. */
export function fileText(bytes: Uint8Array): { text: string } | { fault: StatementFault } {
  const at = (line: number, message: StatementFault['message']) => ({ fault: { line, column: 1, message } });
  if (bytes.length > MOST_BYTES) return at(1, faultWords.tooLarge);
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (BINARY.some(beginning => begins.startsWith(beginning))) return at(1, faultWords.binary);
  const text = decoded(bytes);
  if (text === undefined || text.includes('\0')) return at(badLine(bytes), faultWords.notUtf8);
  return text.trim() === '' ? at(1, faultWords.empty) : { text };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line that is not UTF-8, or has a zero in it. */
function badLine(bytes: Uint8Array): number {
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const piece = decoded(bytes.subarray(start, end < 0 ? bytes.length : end));
    if (piece === undefined || piece.includes('\0')) return line;
    start = end < 0 ? bytes.length : end + 1;
  }
  return 1;
}
