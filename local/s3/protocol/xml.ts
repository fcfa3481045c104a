import { S3Error } from './errors.ts';

/** The namespace of every S3 document but errors. */
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Element content: text, or child elements already written by `element`. */
export type XmlContent = string | number | boolean | readonly XmlElement[];

/** A written element; a type of its own so that raw text cannot be taken for markup. */
export interface XmlElement {
  readonly markup: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeText(text: string): string {
  return text.replace(/[&<>"\p{Cc}]/gu, c => ESCAPES[c] ?? `&#x${c.charCodeAt(0).toString(16)};`);
}

/** One element. */
export function element(name: string, content: XmlContent): XmlElement {
  const inner =
    typeof content === 'object' ? content.map(child => child.markup).join('') : escapeText(String(content));
  return { markup: `<${name}>${inner}</${name}>` };
}

/** An element, or nothing when there is no content. */
export function optional(name: string, content: XmlContent | undefined): XmlElement[] {
  return content === undefined ? [] : [element(name, content)];
}

/** A whole document in S3's namespace. */
export function xmlDocument(name: string, children: XmlContent): string {
  const { markup } = element(name, children);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup.replace(`<${name}>`, `<${name} xmlns="${NAMESPACE}">`)}`;
}

/** A whole document without a namespace, as S3 writes errors. */
export function plainDocument(name: string, children: readonly XmlElement[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, children).markup}`;
}

/** A parsed element; namespaces and attributes are dropped, as S3 does not need them. */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** The text of a node's first child of that name. */
export function childText(node: XmlNode, name: string): string | undefined {
  return node.children.find(child => child.name === name)?.text;
}

/** All of a node's children of that name. */
export function childrenNamed(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter(child => child.name === name);
}

const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

function unescapeText(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (_, entity: string) => {
    const code = entity.startsWith('#x')
      ? Number.parseInt(entity.slice(2), 16)
      : entity.startsWith('#')
        ? Number(entity.slice(1))
        : undefined;
    const character =
      code === undefined ? NAMED.get(entity) : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined) throw new S3Error('MalformedXML');
    return character;
  });
}

interface OpenNode {
  name: string;
  text: string;
  children: XmlNode[];
}

const TOKEN =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w.:-]+)([^<>]*?)(\/?)>|([^<]+)/gy;

/**
 * Parses a request document whose root must be `root`. Document types (and so entity bombs) are refused.
 * Throws MalformedXML.
 */
export function parseXml(body: Buffer, root: string): XmlNode {
  const source = body.toString('utf8').replace(/^\ufeff/, '');
  const top: OpenNode = { name: '', text: '', children: [] };
  const open: OpenNode[] = [top];
  let end = 0;
  for (const token of source.matchAll(TOKEN)) {
    end = token.index + token[0].length;
    const [, cdata, closing, qualified, , selfClosing, text] = token;
    const current = open.at(-1);
    if (!current) throw new S3Error('MalformedXML');
    if (text !== undefined) current.text += unescapeText(text);
    else if (cdata !== undefined) current.text += cdata;
    else if (qualified !== undefined) {
      const name = qualified.slice(qualified.indexOf(':') + 1);
      if (closing) {
        if (open.length === 1 || current.name !== name) throw new S3Error('MalformedXML');
        open.pop();
      } else {
        const node: OpenNode = { name, text: '', children: [] };
        current.children.push(node);
        if (!selfClosing) open.push(node);
      }
    }
  }
  const [document, ...others] = top.children;
  if (end !== source.length || open.length !== 1 || others.length > 0 || top.text.trim() !== '')
    throw new S3Error('MalformedXML');
  if (document?.name !== root) throw new S3Error('MalformedXML');
  return document;
}
