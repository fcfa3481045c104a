import { SaxesParser } from 'saxes';

/** An element by its local name, as far as the simulator looks into messages. */
export interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** Reads XML; undefined where it is none. */
export function readXml(text: string): Element | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const root: Element = { name: '', children: [], text: '' };
  const open = [root];
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ local }) => {
    const element = { name: local, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', piece => {
    const element = open.at(-1);
    if (element) element.text += piece;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return broken ? undefined : root.children[0];
}

/** The text of a child; empty where there is none. */
export const said = (element: Element | undefined, name: string): string =>
  element?.children.find(child => child.name === name)?.text ?? '';

export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find(each => each.name === name);

/** A text as XML holds it. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
