import { readFileSync } from 'node:fs';
import { ArgumentError, readOptions } from '../test/support/command-line.ts';

/** The parts of the bench, in the order in which they run. */
export const PARTS = [
  'functions',
  'cost',
  'dossiers',
  'lag',
  'alarms',
  'payments',
  'pages',
  'files',
  'legal-clock',
] as const;
export type Part = (typeof PARTS)[number];

/** What the bench was asked for. */
export interface BenchOptions {
  readonly only: readonly Part[];
  /** Small sizes: minutes less, figures rougher. */
  readonly quick: boolean;
  /** A file for the figures as JSON; without it they are the last line of the output. */
  readonly json: string | undefined;
  /** Leaves the temporary folder where it is, and says where. */
  readonly keep: boolean;
  readonly help: boolean;
}

export const HELP = readFileSync(new URL('./bench.help.txt', import.meta.url), 'utf8').trimEnd();

const OPTIONS = {
  only: { type: 'string' },
  quick: { type: 'boolean' },
  json: { type: 'string' },
  keep: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line. Throws an ArgumentError that names what is wrong. */
export function readBenchArguments(argv: readonly string[]): BenchOptions {
  const { values, positionals } = readOptions(argv, {
    command: 'npm run bench',
    options: OPTIONS,
    positionals: true,
  });
  // A part may be named without an option.
  const wanted = [...(values.only === undefined ? [] : values.only.split(',')), ...positionals];
  return {
    only: wanted.length === 0 ? PARTS : PARTS.filter(part => wanted.map(partOf).includes(part)),
    quick: values.quick ?? false,
    json: values.json,
    keep: values.keep ?? false,
    help: values.help ?? false,
  };
}

function partOf(name: string): Part {
  const part = PARTS.find(known => known === name.trim());
  if (part === undefined) {
    throw new ArgumentError(`There is no part “${name}” of the bench: choose among ${PARTS.join(', ')}.`);
  }
  return part;
}
