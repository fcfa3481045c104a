/** Largest file that is read: years of a busy account. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** Most entries of one file. */
export const MOST_ENTRIES = 50_000;

/** Longest texts of an entry, in characters: more is no reference, and no purpose that anybody wrote. */
export const LONGEST_REFERENCE = 140;
export const LONGEST_PURPOSE = 4000;
export const LONGEST_ACCOUNT = 50;

/** Longest text that can be an amount, with spaces and the name of the currency. */
export const LONGEST_AMOUNT = 60;

/** Most cells of a row in CSV. */
export const MOST_CELLS = 200;
