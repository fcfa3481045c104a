/** A term to look up, and the words that a name it finds must also contain. */
export interface NameQuestion {
  readonly term: string;
  readonly beside: readonly string[];
  /**
   * allWords: names with exactly these words; someWords: long names with two of them side by side; longNames: any
   * long name.
   */
  readonly among: 'allWords' | 'someWords' | 'longNames';
}
