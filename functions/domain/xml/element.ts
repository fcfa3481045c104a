/** An element of a document that is written here, before it is text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

type Content = string | number | readonly (XmlElement | null)[];

/** An element with a text or with elements; those that are null are left out. */
export function element(
  name: string,
  content: Content = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const children = typeof content === 'object' ? content.filter(child => child !== null) : [String(content)];
  return { name, attributes, children };
}

/** An element with a text; null, and so left out, where there is no text. */
export const optional = (name: string, text: string | null | undefined): XmlElement | null =>
  text === null || text === undefined || text === '' ? null : element(name, text);
