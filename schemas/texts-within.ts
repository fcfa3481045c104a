import { pointer } from './json-pointer.ts';
import { normalizeText } from './text.ts';
import { refusalOf } from './text-faults.ts';
import type { Words } from './words.ts';

/** A text that cannot be taken as it is: where it stands, and what is said of it. */
export interface TextFault {
  readonly pointer: string;
  readonly message: Words;
}

/**
 * Every text within a JSON value as it is kept (composed, with one kind of line end), names of members included, and those to be
 * refused by `refusal`.
 */
export function textsWithin(
  value: unknown,
  keep: (text: string) => string = normalizeText,
  refusal: (text: string) => Words | undefined = refusalOf,
): { readonly value: unknown; readonly faults: TextFault[] } {
  const faults: TextFault[] = [];
  const walk = (part: unknown, path: readonly string[]): unknown => {
    if (typeof part === 'string') {
      const message = refusal(part);
      if (message) faults.push({ pointer: pointer(path), message });
      return keep(part);
    }
    if (Array.isArray(part)) return part.map((entry, index) => walk(entry, [...path, String(index)]));
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, member]) => {
        const message = refusal(name) ?? (/[\t\r\n\u2028\u2029]/.test(name) ? NAME_OF_LINES : undefined);
        if (message) faults.push({ pointer: pointer(path), message: ofName(message) });
        return [keep(name), walk(member, [...path, name])];
      }),
    );
  };
  return { value: walk(value, []), faults };
}

const NAME_OF_LINES: Words = { vi: 'không nằm trên một dòng', en: 'is not on one line' };

const ofName = ({ vi, en }: Words): Words => ({
  vi: `tên của một trường trong đó ${vi}`,
  en: `the name of a field in it ${en}`,
});
