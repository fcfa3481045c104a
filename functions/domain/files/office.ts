import type { StoredFile } from '../../../schemas/stored/file.ts';

/** Why an Office document is not taken as it is. */
export type OfficeFault = 'macros' | 'external' | 'embedded' | 'encrypted' | 'hidden';

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Main parts of documents, by their content type. */
const MAIN_PARTS: readonly (readonly [string, StoredFile['contentType']])[] = [
  [`${OOXML}.wordprocessingml.document.main+xml`, `${OOXML}.wordprocessingml.document`],
  [`${OOXML}.spreadsheetml.sheet.main+xml`, `${OOXML}.spreadsheetml.sheet`],
];
const ODT = 'application/vnd.oasis.opendocument.text';

/** Parts whose text tells what a document is and does. */
export const TELLING_PARTS =
  /^(?:\[Content_Types\]\.xml|mimetype|.*\.rels|word\/[^/]*\.xml|META-INF\/.*|content\.xml|styles\.xml|settings\.xml)$/i;

/** The kind of document, by its parts; undefined if it is none that is taken. */
export function kindOfDocument(parts: ReadonlyMap<string, string>): StoredFile['contentType'] | undefined {
  if (parts.get('mimetype')?.trim() === ODT) return ODT;
  const types = parts.get('[Content_Types].xml') ?? '';
  return MAIN_PARTS.find(([part]) => types.includes(part))?.[1];
}

/** What a document does beyond being shown, by the names of all its parts and the text of the telling ones. */
export function officeFault(
  names: readonly string[],
  parts: ReadonlyMap<string, string>,
): OfficeFault | undefined {
  const named = (pattern: RegExp) => names.some(name => pattern.test(name));
  const said = (pattern: RegExp, part = /./) =>
    [...parts].some(([name, text]) => part.test(name) && pattern.test(text));
  // Texts of another encoding, and entities of a document’s own, would say what is not seen here.
  if (said(/\0|<!DOCTYPE|<!ENTITY/i)) return 'hidden';
  if (said(/encryption-data/i, /^META-INF\//)) return 'encrypted';
  if (named(/vbaProject|^(?:Basic|Scripts)\/|\/activeX\//i)) return 'macros';
  if (said(/macroEnabled|vbaProject/i, /^\[Content_Types\]/i) || said(/<script:event-listener/i))
    return 'macros';
  // A field that starts another program.
  if (said(/\bDDE(?:AUTO)?\b/, /^word\//i)) return 'macros';
  if (named(/\/embeddings\/|^Object [^/]*\.bin$/i)) return 'embedded';
  if ([...parts].some(([name, text]) => /\.rels$/i.test(name) && hasExternalRelation(text)))
    return 'external';
  return said(LINKED, /^(?:content|styles)\.xml$/) ? 'external' : undefined;
}

/** What an OpenDocument loads from elsewhere by itself; `text:a` is a link for its reader. */
const LINKED = /<(?!text:a\b)[\w:-]+\s[^>]*xlink:href\s*=\s*["'](?:[a-z][a-z0-9+.-]*:|\/|\.\.)/i;

/** Whether a document loads something from elsewhere by itself: a template, a picture. Links are for its reader. */
function hasExternalRelation(relations: string): boolean {
  return [...withoutReferences(relations).matchAll(/<[\w:]*Relationship\s[^>]*>/gi)].some(
    ([relation]) =>
      /TargetMode\s*=\s*["']External/i.test(relation) &&
      !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation),
  );
}

/** `Ext&#101;rnal` is `External`. */
const withoutReferences = (xml: string) =>
  xml.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) =>
    characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );

const characterOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
