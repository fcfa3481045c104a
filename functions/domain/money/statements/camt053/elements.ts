import type { XmlElement } from '../../../ports/xml.ts';

/** The elements that a way of names leads to. */
export function all(element: XmlElement, ...way: string[]): XmlElement[] {
  return way.reduce<XmlElement[]>(
    (at, name) => at.flatMap(({ children }) => children.filter(child => child.name === name)),
    [element],
  );
}

/** The first of them. */
export const one = (element: XmlElement, ...way: string[]): XmlElement | undefined => all(element, ...way)[0];

/** The text of the first of them; empty where there is none. */
export const textAt = (element: XmlElement, ...way: string[]): string =>
  one(element, ...way)?.text.trim() ?? '';

/** The text of the first way that leads to one. */
export const firstText = (element: XmlElement, ...ways: readonly (readonly string[])[]): string =>
  ways.map(way => textAt(element, ...way)).find(text => text !== '') ?? '';
