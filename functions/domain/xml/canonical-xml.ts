import { codePointOf } from '../../../schemas/character-names.ts';
import type { XmlElement } from './element.ts';

/** Namespaces, by the prefix that names them here; an element without a prefix is in none. */
export const NAMESPACES = {
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
} as const satisfies Readonly<Record<string, string>>;

/** What begins a file; it is no part of the canonical form, so no signature covers it. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A text holds a character that XML 1.0 has no way to write. */
export class XmlTextError extends Error {
  override readonly name = 'XmlTextError';
  readonly character: string;
  constructor(character: string) {
    super(`XML cannot hold ${codePointOf(character)}`);
    this.character = character;
  }
}

/**
 * An element in the exclusive canonical form (Exclusive XML Canonicalization 1.0, without comments), which is also how
 * files are written: what is signed can be cut out of a file as it stands, but for the namespaces of its first element.
 *
 * @throws XmlTextError
 */
export function canonicalXml(of: XmlElement): string {
  return written(of, new Set());
}

function written({ name, attributes, children }: XmlElement, declared: ReadonlySet<string>): string {
  const prefix = prefixOf(name);
  const isNew = prefix !== undefined && !declared.has(prefix);
  const within = isNew ? new Set([...declared, prefix]) : declared;
  const namespace = isNew ? ` xmlns:${prefix}="${NAMESPACES[prefix]}"` : '';
  const others = Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([attribute, value]) => ` ${attribute}="${escaped(value, IN_ATTRIBUTE)}"`);
  const inner = children.map(child =>
    typeof child === 'string' ? escaped(child, IN_TEXT) : written(child, within),
  );
  return `<${name}${namespace}${others.join('')}>${inner.join('')}</${name}>`;
}

function prefixOf(name: string): keyof typeof NAMESPACES | undefined {
  const [prefix, local] = name.split(':');
  if (local === undefined) return undefined;
  if (prefix === 'ds' || prefix === 'xades') return prefix;
  throw new TypeError(`${name} is in no namespace that is known here`);
}

/** Characters outside of the production `Char` of XML 1.0; halves of surrogate pairs are among them. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};
/** A reader would take a bare carriage return for a line end, and blanks in an attribute for spaces. */
const IN_TEXT = /[&<>\r]/g;
const IN_ATTRIBUTE = /[&<"\t\n\r]/g;

function escaped(text: string, what: RegExp): string {
  const [unwritable] = UNWRITABLE.exec(text) ?? [];
  if (unwritable !== undefined) throw new XmlTextError(unwritable);
  return text.replace(what, character => NAMED[character] ?? character);
}
