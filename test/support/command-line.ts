import type { ParseArgsOptionsConfig } from 'node:util';
import { readOptions as readGiven } from '../../tools/read-options.mjs';
import { Refusal } from '../../tools/refusal.mjs';

/** An argument that cannot be used; the message is for the person who gave it. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** Reads a command line. npm hands on what follows its own `--`. Throws an ArgumentError that names what is wrong and the help. */
export function readOptions<O extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  { command, options, positionals = false }: { command: string; options: O; positionals?: boolean },
) {
  try {
    return readGiven(argv, { command, options, positionals: positionals ? Number.POSITIVE_INFINITY : 0 });
  } catch (cause) {
    throw new ArgumentError(cause instanceof Refusal ? cause.words.en : String(cause), { cause });
  }
}

/** Tells why a command ended; the exit code: 2 for arguments that cannot be used, 1 for anything else. */
export function tellFailure(error: unknown): 1 | 2 {
  const argument = error instanceof ArgumentError;
  console.error(argument ? error.message : error);
  return argument ? 2 : 1;
}

/** The whole number an option was given. Throws an ArgumentError for one that is not, or out of bounds. */
export function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new ArgumentError(`${option} takes a whole number from ${least} to ${most}, not “${text}”.`);
  return value;
}
