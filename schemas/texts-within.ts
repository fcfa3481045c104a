import { pointer } from './json-pointer.ts';
import { normalizeText, refusalOf } from './text.ts';
import type { Words } from './words.ts';

/** A text with forbidden characters: its place, and the fault. */
export interface TextFault {
  readonly pointer: string;
  readonly message: Words;
}

/** Every text within a JSON value in stored form (composed, with one kind of line end), and those to be refused. */
export function textsWithin(
  value: unknown,
  keep: (text: string) => string = normalizeText,
): { readonly value: unknown; readonly faults: TextFault[] } {
  const faults: TextFault[] = [];
  const walk = (part: unknown, path: readonly string[]): unknown => {
    if (typeof part === 'string') {
      const message = refusalOf(part);
      if (message) faults.push({ pointer: pointer(path), message });
      return keep(part);
    }
    if (Array.isArray(part)) return part.map((entry, index) => walk(entry, [...path, String(index)]));
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, member]) => [name, walk(member, [...path, name])]),
    );
  };
  return { value: walk(value, []), faults };
}
