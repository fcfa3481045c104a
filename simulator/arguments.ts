import { readFileSync } from 'node:fs';
import { parseInstant } from '../functions/domain/vietnam-time.ts';
import { ArgumentError, readOptions, wholeNumber } from '../test/support/command-line.ts';
import { monthsFrom } from './months.ts';
import type { SimulationOptions } from './simulation.ts';

/** What `npm run simulate` was asked for. */
export interface Arguments extends SimulationOptions {
  /** Figures of every unit, not only of the busiest. */
  readonly allUnits: boolean;
  readonly help: boolean;
}

export const HELP = readFileSync(new URL('./simulate.help.txt', import.meta.url), 'utf8').trimEnd();

const DEFAULTS = { dossiers: '1000', seed: '1', months: '6', from: '2026-01', troubles: '1' };

const OPTIONS = {
  dossiers: { type: 'string' },
  seed: { type: 'string' },
  months: { type: 'string' },
  from: { type: 'string' },
  calm: { type: 'boolean' },
  troubles: { type: 'string' },
  units: { type: 'boolean' },
  trace: { type: 'string' },
  until: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line. Throws an `ArgumentError`. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values: given } = readOptions(argv, { command: 'npm run simulate', options: OPTIONS });
  const values = { ...DEFAULTS, ...given };
  const from = monthOf(values.from);
  const months = wholeNumber('--months', values.months, 1, 60);
  return {
    dossiers: wholeNumber('--dossiers', values.dossiers, 1, 500_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    months,
    from,
    calm: values.calm ?? false,
    troubles: wholeNumber('--troubles', values.troubles, 1, 20),
    allUnits: values.units ?? false,
    help: values.help ?? false,
    ...(values.trace !== undefined && { trace: codeOf(values.trace) }),
    ...(values.until !== undefined && { until: instantOf(values.until, from, months) }),
  };
}

/** The options of a run as they are typed, so that it can be typed again. */
export function commandOf(options: SimulationOptions): string {
  const { dossiers, seed, months, from, calm, troubles } = options;
  const month = from === DEFAULTS.from ? '' : ` --from ${from}`;
  const mood = calm ? ' --calm' : troubles === 1 ? '' : ` --troubles ${troubles}`;
  return `npm run simulate -- --dossiers ${dossiers} --seed ${seed} --months ${months}${month}${mood}`;
}

/** Limits and working time are recorded from 2026 on, and years without an official notice are computed up to 2100. */
function monthOf(text: string): string {
  if (!/^(202[6-9]|20[3-8]\d)-(0[1-9]|1[0-2])$/.test(text))
    throw new ArgumentError(`--from takes a month from 2026-01 to 2089-12, not “${text}”.`);
  return text;
}

function codeOf(text: string): string {
  if (!/^[A-Z]\d{2}[.\d]*-\d{6}-\d{4}$/.test(text))
    throw new ArgumentError(
      `--trace takes the code of a dossier, such as H44.101-260302-0001, not “${text}”.`,
    );
  return text;
}

function instantOf(text: string, first: string, months: number): number {
  const { from, to } = monthsFrom(first, months);
  let instant: number;
  try {
    instant = parseInstant(text);
  } catch (cause) {
    throw new ArgumentError(`--until: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (instant <= from || instant > to)
    throw new ArgumentError(`--until ${text} is not inside the ${months} month(s) from ${first}.`);
  return instant;
}
