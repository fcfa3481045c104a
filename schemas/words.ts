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

/** Both languages of a message that `says` gave; undefined for any other. */
export function wordsOf(message: string): Words | undefined {
  const vi = vietnamese.get(message);
  return vi === undefined ? undefined : { vi, en: message };
}
