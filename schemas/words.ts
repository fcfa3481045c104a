/** A sentence for people, in the two languages of the API. Vietnamese is shown unless English is requested. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Words;

/**
 * Vietnamese for the English messages of schemas: zod carries only one string, so the other is looked up at the edge.
 */
const vietnamese = new Map<string, string>();

/** The message of a schema rule. Zod gets the English; for Vietnamese callers use `wordsOf`. */
export function says(words: Words): string {
  vietnamese.set(words.en, words.vi);
  return words.en;
}

/** A fault found by a schema itself, worded from the faulty values; kept with the issue, not looked up. */
export function faultAt(path: PropertyKey[], words: Words) {
  return { code: 'custom' as const, path, message: words.en, params: { words } };
}

/** Both languages of a message from `says`; undefined for any other. */
export function wordsOf(message: string): Words | undefined {
  const vi = vietnamese.get(message);
  return vi === undefined ? undefined : { vi, en: message };
}

/** The same text in every language: a code, or somebody's own words. */
export const asWritten = (text: string): Words => ({ vi: text, en: text });

/** Joins names or sentences. */
export function joined(words: readonly Words[], between = ', '): Words {
  return {
    vi: words.map(({ vi }) => vi).join(between),
    en: words.map(({ en }) => en).join(between),
  };
}
