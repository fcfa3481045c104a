// @ts-check
// How a command says why it does not go on. Plain JavaScript: it may be said before anything is installed.

/** @typedef {import('./machine.mjs').Words} Words */

/** A reason that the person who called can do something about; the message is one sentence in each language. */
export class Refusal extends Error {
  /** @override */
  name = 'Refusal';
  /** @param {Words} words @param {ErrorOptions} [options] */
  constructor(words, options) {
    super(`${words.vi}\n${words.en}`, options);
    this.words = words;
  }
}

/** @param {unknown} thrown what to tell of anything that was thrown, without its stack */
export function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/**
 * Ends the process with what was thrown, in its own words.
 * @param {unknown} thrown
 * @returns {never}
 */
export function endWith(thrown) {
  console.error(messageOf(thrown));
  process.exit(1);
}
