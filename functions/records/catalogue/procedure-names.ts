import { readTypedProcedureCode } from '../../../schemas/codes/typed-procedure-code.ts';
import type { CatalogueEntry } from '../../../schemas/stored/catalogue.ts';
import { wordsOf } from '../../domain/search/fold.ts';
import type { CatalogueStore } from './catalogue-store.ts';

/** Procedures of the catalogue by words of their names. */
export interface ProcedureNames {
  /**
   * The procedures whose names contain all the words, shortest names first, because they match best. For a code, that
   * procedure.
   */
  find(text: string): Promise<Named[]>;
  /** Forces a reload at the next query: the catalogue was changed here. */
  forget(): void;
}

/** A procedure and its rank among the results, lower ranks first. */
export interface Named {
  readonly entry: CatalogueEntry;
  readonly words: ReadonlySet<string>;
  readonly place: string;
}

/** The procedures that have a word in their name, or a code. */
type ByWord = ReadonlyMap<string, readonly Named[]>;

/** Entries read at once. */
const PAGE = 1000;

/**
 * Keeps the names of the catalogue in memory, some thousands of them, for `keptFor` milliseconds: a procedure
 * published in the meantime is found a little later. `now` in milliseconds.
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
      // A failed load is not cached.
      read.byWord.catch(() => {
        if (kept === read) kept = undefined;
      });
    }
    return kept.byWord;
  };
  return {
    async find(text) {
      const known = await names();
      const code = readTypedProcedureCode(text);
      if ('code' in code) return [...(known.get(code.code) ?? [])];
      const wanted = wordsOf(text);
      const [fewest = []] = wanted.map(word => known.get(word) ?? []).sort((a, b) => a.length - b.length);
      return fewest
        .filter(({ words }) => wanted.every(word => words.has(word)))
        .sort((a, b) => (a.place < b.place ? -1 : 1));
    },
    forget() {
      kept = undefined;
    },
  };
}

function byWord(named: readonly Named[]): ByWord {
  const found = new Map<string, Named[]>();
  for (const one of named) {
    for (const word of [...one.words, one.entry.code]) {
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
    const entries = await catalogue.entries(named.at(-1)?.entry.code, PAGE);
    named.push(
      ...entries.map(entry => {
        const words = new Set(wordsOf(entry.name));
        return { entry, words, place: `${String(words.size).padStart(3, '0')} ${entry.code}` };
      }),
    );
    if (entries.length < PAGE) return named;
  }
}
