import { wordsOf } from '../domain/search/fold.ts';
import type { CatalogueStore } from '../platform/catalogue/catalogue-store.ts';

/** Procedures of the catalogue by words of their names. */
export interface ProcedureNames {
  /** Codes of the procedures whose name has all the words, the shortest names first: they have the least beside them. */
  find(text: string, most: number): Promise<string[]>;
}

interface Named {
  readonly code: string;
  readonly words: ReadonlySet<string>;
}

/** Which procedures have a word in their name. */
type ByWord = ReadonlyMap<string, readonly Named[]>;

/** Entries read at once. */
const PAGE = 1000;

/**
 * Keeps the names of the catalogue in memory, some thousands of them, for as long as `keptFor` milliseconds: a procedure published meanwhile
 * is found a little later. `now` in milliseconds.
 */
export function procedureNames(
  catalogue: Pick<CatalogueStore, 'entries'>,
  { keptFor, now }: { keptFor: number; now: () => number },
): ProcedureNames {
  let kept: { at: number; byWord: Promise<ByWord> } | undefined;
  const names = () => {
    if (!kept || now() - kept.at >= keptFor) {
      const read = { at: now(), byWord: readAll(catalogue).then(byWord) };
      kept = read;
      // What failed is not kept.
      read.byWord.catch(() => {
        if (kept === read) kept = undefined;
      });
    }
    return kept.byWord;
  };
  return {
    async find(text, most) {
      const wanted = wordsOf(text);
      const known = await names();
      const [fewest = []] = wanted.map(word => known.get(word) ?? []).sort((a, b) => a.length - b.length);
      return fewest
        .filter(({ words }) => wanted.every(word => words.has(word)))
        .sort((a, b) => a.words.size - b.words.size)
        .slice(0, most)
        .map(({ code }) => code);
    },
  };
}

function byWord(named: readonly Named[]): ByWord {
  const found = new Map<string, Named[]>();
  for (const one of named) {
    for (const word of one.words) {
      const others = found.get(word);
      if (others) others.push(one);
      else found.set(word, [one]);
    }
  }
  return found;
}

async function readAll(catalogue: Pick<CatalogueStore, 'entries'>): Promise<Named[]> {
  const named: Named[] = [];
  for (;;) {
    const entries = await catalogue.entries(named.at(-1)?.code, PAGE);
    named.push(...entries.map(({ code, name }) => ({ code, words: new Set(wordsOf(name)) })));
    if (entries.length < PAGE) return named;
  }
}
