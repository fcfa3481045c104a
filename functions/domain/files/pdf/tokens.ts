/** A word of PDF's syntax: a name without its slash and escapes, or a keyword, number or bracket. */
export type PdfToken = { readonly name: string } | { readonly word: string };

const BLANK = new Set(['\0', '\t', '\n', '\f', '\r', ' ']);
const BRACKETS = new Set(['[', ']', '{', '}', ')', '>']);
const NOT_REGULAR = /[\0\t\n\f\r ()<>[\]{}/%]/g;

/**
 * The words of a PDF from a place on, one character a byte. Texts and comments are passed over: what stands in them
 * does nothing.
 */
export function* pdfTokens(text: string, from: number): Generator<PdfToken & { readonly end: number }> {
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (BLANK.has(character)) at += 1;
    else if (character === '%') at = endOfComment(text, at);
    else if (character === '(') at = endOfText(text, at);
    else if (character === '<' && text[at + 1] !== '<') at = endOfDigits(text, at);
    else if (character === '<' || text.startsWith('>>', at)) {
      at += 2;
      yield { word: character.repeat(2), end: at };
    } else if (BRACKETS.has(character)) {
      at += 1;
      yield { word: character, end: at };
    } else {
      const start = at;
      at = endOfRegular(text, at + 1);
      const word = text.slice(start, at);
      yield character === '/' ? { name: unescaped(word.slice(1)), end: at } : { word, end: at };
    }
  }
}

/** `/Java#53cript` is `/JavaScript`. */
const unescaped = (name: string) =>
  name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function endOfRegular(text: string, from: number): number {
  NOT_REGULAR.lastIndex = from;
  return NOT_REGULAR.exec(text)?.index ?? text.length;
}

function endOfComment(text: string, at: number): number {
  const ends = [text.indexOf('\n', at), text.indexOf('\r', at)].filter(end => end !== -1);
  return ends.length === 0 ? text.length : Math.min(...ends) + 1;
}

/** The end of a text in brackets, which may hold further pairs. */
function endOfText(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfDigits(text: string, at: number): number {
  const end = text.indexOf('>', at);
  return end === -1 ? text.length : end + 1;
}
