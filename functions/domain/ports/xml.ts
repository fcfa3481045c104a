/** An element of an XML document, with the place where it begins. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * Why a text is no XML that is taken. `doctype`: it declares one, which is how entities without end come in;
 * `malformed`: `detail` says how, in the parser's words; `cutOff`: it ends too early.
 */
export interface XmlFault {
  readonly kind: 'doctype' | 'malformed' | 'cutOff' | 'tooDeep' | 'notUtf8';
  readonly detail: string;
  readonly line: number;
  readonly column: number;
}

/** Reads a document; nothing outside of it is ever loaded. */
export type ReadXml = (text: string) => { readonly root: XmlElement } | { readonly fault: XmlFault };
