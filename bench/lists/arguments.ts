import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ArgumentError, readOptions, wholeNumber } from '../../test/support/command-line.ts';

/** What the bench of lists was asked for. */
export interface ListBenchOptions {
  readonly dossiers: number;
  /** The smaller store that the larger one is compared with; 0 for none. */
  readonly compare: number;
  readonly seed: string;
  /** The folder of the stores, each in one named by its size. */
  readonly data: string;
  readonly clients: readonly number[];
  /** Milliseconds that each client waits after an answer, as people do who read it; 0 for as much load as there can be. */
  readonly pause: number;
  readonly seconds: number;
  /** Parts of names of calls; empty for all. */
  readonly only: readonly string[];
  /** Builds the stores and measures nothing. */
  readonly buildOnly: boolean;
  readonly json: string | undefined;
  readonly help: boolean;
}

export const LISTS_HELP = readFileSync(new URL('./bench-lists.help.txt', import.meta.url), 'utf8').trimEnd();

const OPTIONS = {
  dossiers: { type: 'string' },
  compare: { type: 'string' },
  seed: { type: 'string' },
  data: { type: 'string' },
  clients: { type: 'string' },
  pause: { type: 'string' },
  seconds: { type: 'string' },
  only: { type: 'string' },
  'build-only': { type: 'boolean' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line. Throws an ArgumentError that names what is wrong. */
export function readListArguments(argv: readonly string[]): ListBenchOptions {
  const { values } = readOptions(argv, { command: 'npm run bench:lists', options: OPTIONS });
  const dossiers = wholeNumber('--dossiers', values.dossiers ?? '1000000', 1000, 3_000_000);
  const compare = wholeNumber('--compare', values.compare ?? '10000', 0, 3_000_000);
  if (compare > 0 && compare < 1000)
    throw new ArgumentError(`--compare takes 0, or at least 1000 dossiers, not ${compare}.`);
  return {
    dossiers,
    compare: compare === dossiers ? 0 : compare,
    seed: values.seed ?? 'phu-tho',
    data: resolve(values.data ?? '.data/bench-lists'),
    clients: (values.clients ?? '16,64').split(',').map(text => wholeNumber('--clients', text, 1, 512)),
    pause: wholeNumber('--pause', values.pause ?? '0', 0, 60_000),
    seconds: wholeNumber('--seconds', values.seconds ?? '3', 1, 600),
    only: (values.only ?? '').split(',').flatMap(text => (text.trim() === '' ? [] : [text.trim()])),
    buildOnly: values['build-only'] ?? false,
    json: values.json,
    help: values.help ?? false,
  };
}
