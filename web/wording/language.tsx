import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'vi' | 'en';

/** The language of the page; Vietnamese unless somebody chose English. */
export const LanguageContext = createContext<Language>('vi');

/** Messages in both languages: Vietnamese as written, English with the same members. */
export interface Wording<Words> {
  readonly vi: Words;
  readonly en: Words;
}

/** Declares the messages of a room. English must say everything that Vietnamese says: the compiler sees to it. */
export function wording<Words>(words: { readonly vi: Words; readonly en: NoInfer<Words> }): Wording<Words> {
  return words;
}

/** The messages of a room in the language of the page. */
export function useWords<Words>(words: Wording<Words>): Words {
  return words[useContext(LanguageContext)];
}

export const useLanguage = (): Language => useContext(LanguageContext);
