import { type SecrecyMark, secrecyMarkIn } from '../../../schemas/secrecy-marks.ts';

/** Where a line ends: paragraphs of Word and OpenDocument, line breaks, cells. */
const LINE_END =
  /<\/(?:w:p|text:p|text:h|w:tc|table:table-cell)>|<(?:w:br|text:line-break|w:tab)\b[^<>]*>/giu;
/** A mark stands among the first lines of a document or of its head. */
const FIRST_LINES = 60;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The parts of an Office document that a reader sees first: its text, and the heads of its pages. */
const SEEN_FIRST = /^(?:word\/(?:document|header\d*)\.xml|content\.xml|styles\.xml)$/i;

/** The mark of a state secret among the first lines of an Office document. */
export function secrecyOfDocument(parts: ReadonlyMap<string, string>): SecrecyMark | undefined {
  return [...parts]
    .filter(([name]) => SEEN_FIRST.test(name))
    .map(([, xml]) => secrecyOfLines(xml.split(LINE_END).map(withoutTags)))
    .find(mark => mark !== undefined);
}

/** The mark that an element of a signed XML has as its whole text. */
export const secrecyOfXml = (xml: string): SecrecyMark | undefined =>
  secrecyOfLines(textsOf(xml).map(withoutEntities));

function secrecyOfLines(lines: readonly string[]): SecrecyMark | undefined {
  return lines
    .map(line => line.trim())
    .filter(line => line !== '')
    .slice(0, FIRST_LINES)
    .map(secrecyMarkIn)
    .find(mark => mark !== undefined);
}

const withoutTags = (xml: string): string => withoutEntities(textsOf(xml).join(''));

/** What stands between tags, in one pass: a file may have a million brackets and no end of a tag. */
function textsOf(xml: string): string[] {
  const texts: string[] = [];
  for (let from = 0; from <= xml.length; ) {
    const open = xml.indexOf('<', from);
    const close = open < 0 ? -1 : xml.indexOf('>', open);
    texts.push(close < 0 ? xml.slice(from) : xml.slice(from, open));
    if (close < 0) break;
    from = close + 1;
  }
  return texts;
}

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
