import { ArgumentError, readOptions } from '../support/command-line.ts';

/** The parts of the bench, in the order in which they run. */
export const PARTS = ['functions', 'cost', 'dossiers', 'alarms', 'legal-clock'] as const;
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

export const HELP = `npm run bench -- [options]

Measures the application on the embedded host, on this machine, in one run. Progress goes to standard error; the tables and, as
the last line, all figures as JSON go to standard output.

  --only PART[,PART]  only these parts:
                        functions    size and cold start of each function, against a bare one
                        cost         AWS operations of a plain dossier, counted, and what 1,000 cost
                        dossiers     plain dossiers a second through HTTP against the bare table; server time
                        alarms       lateness of alarms, restart and memory with 10,000 and 100,000 open dossiers
                        legal-clock  due dates a second
  --quick             small sizes: about two minutes in place of about twenty-five
  --json FILE         writes the figures as JSON to FILE, and not to standard output
  --keep              leaves the temporary folder with all data, and says where it is
  --help              this text`;

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
