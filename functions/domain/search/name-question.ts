/** A term to look for, and the words that a name found by it must have beside it. */
export interface NameQuestion {
  readonly term: string;
  readonly beside: readonly string[];
  /** allWords: names with the words, exactly; someWords: long names with two of them that are neighbours; longNames: any long name. */
  readonly among: 'allWords' | 'someWords' | 'longNames';
}
