import { SaxesParser } from 'saxes';
import type { ReadXml, XmlElement, XmlFault } from '../../domain/ports/xml.ts';

/** Messages of banks are about fifteen deep. */
const DEEPEST = 64;

/** A parser goes on after a fault; this leaves it. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(fault.detail);
    this.fault = fault;
  }
}

type Growing = Omit<XmlElement, 'children' | 'attributes'> & {
  attributes: Record<string, string>;
  children: Growing[];
  text: string;
};

/** XML by saxes: it knows the five entities of XML alone, loads nothing, and says where each element stands. */
export const readXml: ReadXml = text => {
  try {
    return { root: parsed(text) };
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault };
    throw error;
  }
};

function parsed(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: Growing | undefined;
  let ended = false;
  let begins = { line: 1, column: 1 };
  const refuse = (kind: XmlFault['kind'], detail = ''): never => {
    throw new Refused({ kind, detail, line: parser.line, column: Math.max(parser.columnIndex, 1) });
  };
  const addText = (piece: string) => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('error', ({ message }) => {
    const detail = message.replace(/^[\d:]*\s*/, '');
    refuse(ended ? 'cutOff' : 'malformed', detail);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) refuse('notUtf8', encoding);
  });
  parser.on('doctype', () => refuse('doctype'));
  parser.on('opentagstart', ({ name }) => {
    begins = { line: parser.line, column: Math.max(parser.columnIndex - name.length - 1, 1) };
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length === DEEPEST) refuse('tooDeep');
    const own = Object.values(attributes).map(attribute => [attribute.local, attribute.value] as const);
    const element: Growing = {
      ...begins,
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(own),
      children: [],
      text: '',
    };
    if (open.length === 0) root = element;
    else open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  parser.write(text);
  ended = true;
  parser.close();
  return root ?? refuse('cutOff');
}
