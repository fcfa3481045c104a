/** A sentence for people, in the two languages the API speaks. Vietnamese is what is shown unless English is asked for. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

export type Language = keyof Words;

/** Vietnamese for the English messages of schemas: zod carries one string, so that one is looked up at the edge. */
const vietnamese = new Map<string, string>();

/** The message of a rule in a schema. Zod gets the English; whoever answers a Vietnamese caller asks `wordsOf`. */
export function says(words: Words): string {
  vietnamese.set(words.en, words.vi);
  return words.en;
}

/** A fault that a schema finds by itself, worded from the values at fault; kept with the issue, not looked up. */
export function faultAt(path: PropertyKey[], words: Words) {
  return { code: 'custom' as const, path, message: words.en, params: { words } };
}

/** Both languages of a message that `says` gave; undefined for any other. */
export function wordsOf(message: string): Words | undefined {
  const vi = vietnamese.get(message);
  return vi === undefined ? undefined : { vi, en: message };
}

/** What is written the same in every language: a code, or words that somebody wrote. */
export const asWritten = (text: string): Words => ({ vi: text, en: text });

/** Names or sentences one after the other. */
export function joined(words: readonly Words[], between = ', '): Words {
  return {
    vi: words.map(({ vi }) => vi).join(between),
    en: words.map(({ en }) => en).join(between),
  };
}
