import { toRfc3339 } from '../functions/domain/vietnam-time.ts';
import { commandOf } from './arguments.ts';
import type { Finding } from './auditor.ts';
import type { Figures, Tally } from './figures.ts';
import type { SimulationOptions, SimulationOutcome } from './simulation.ts';

const COLUMNS: readonly (readonly [keyof Tally, string])[] = [
  ['received', 'received'],
  ['accepted', 'accepted'],
  ['declined', 'declined'],
  ['withdrawn', 'withdrawn'],
  ['stopped', 'stopped'],
  ['decided', 'decided'],
  ['early', 'early'],
  ['onTime', 'on time'],
  ['late', 'late'],
  ['returned', 'returned'],
  ['supplements', 'supplem.'],
  ['alarms', 'alarms'],
];

const WIDTH = 11;

/** Units that are shown by name when not all are. */
const BUSIEST = 10;

/** Findings that are told in full; of more only how many there are. */
const TOLD = 20;

/** The report of a run: the same for the same options. */
export function reportOf(
  options: SimulationOptions & { allUnits: boolean },
  outcome: SimulationOutcome,
): string {
  const { dossiers, seed, from, months, calm, troubles } = options;
  const mood = calm ? ', calm' : troubles === 1 ? '' : `, ${troubles} times the trouble`;
  const lines = [
    `${dossiers} dossiers, ${months} month(s) from ${from}, seed ${seed}${mood}`,
    outcome.interrupted
      ? `Stopped at ${toRfc3339(outcome.endedAt)}: these are the figures so far.`
      : `Ended at ${toRfc3339(outcome.endedAt)}.`,
    '',
    ...figureLines(outcome.figures, options.allUnits),
    '',
    ...troubleLines(outcome.troubles),
    '',
    `${outcome.requests} requests, ${outcome.looked.commits} commits, ${outcome.events} timers; dossiers audited ${outcome.looked.dossiers} times.`,
  ];
  if (outcome.story.length > 0) lines.push('', `The story of ${options.trace}:`, ...outcome.story);
  if (options.trace !== undefined && outcome.story.length === 0)
    lines.push('', `There was no dossier ${options.trace} in this run.`);
  lines.push('', ...verdict(options, outcome.findings));
  return `${lines.join('\n')}\n`;
}

function row(name: string, tally: Tally): string {
  return name.padEnd(WIDTH) + COLUMNS.map(([count]) => String(tally[count]).padStart(WIDTH)).join('');
}

function figureLines(figures: Figures, allUnits: boolean): string[] {
  const head = 'unit'.padEnd(WIDTH) + COLUMNS.map(([, name]) => name.padStart(WIDTH)).join('');
  return figures.months.flatMap((month, index) => {
    const units = figures.units(month).map(unit => ({ unit, tally: figures.of(month, unit) }));
    const busiest = units.toSorted(
      (a, b) => busyness(b.tally) - busyness(a.tally) || (a.unit < b.unit ? -1 : 1),
    );
    const shown = allUnits ? units : busiest.slice(0, BUSIEST);
    const rest = units.length - shown.length;
    return [
      ...(index > 0 ? [''] : []),
      `Month ${month}`,
      head,
      ...shown.map(({ unit, tally }) => row(unit, tally)),
      ...(rest > 0 ? [`and ${rest} more unit(s); --units shows them`] : []),
      row('all', figures.of(month)),
    ];
  });
}

const busyness = ({ received, decided }: Tally) => received + decided;

function troubleLines(troubles: ReadonlyMap<string, number>): string[] {
  const sorted = [...troubles].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length === 0) return ['Nothing went wrong.'];
  return [
    'What went wrong, how often:',
    ...sorted.map(([what, times]) => `  ${what.padEnd(20)}${String(times).padStart(8)}`),
  ];
}

function verdict(options: SimulationOptions, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ['Nothing was found: every rule held.'];
  const told = findings
    .slice(0, TOLD)
    .flatMap(({ audit, what, at, dossier }) => [
      `NOT TRUE: ${audit}`,
      `  ${what}`,
      `  found at ${at}; again: ${commandOf(options)}${dossier === undefined ? '' : ` --trace ${dossier}`}`,
    ]);
  const more = findings.length - TOLD;
  return [
    `${findings.length} finding(s), seed ${options.seed}:`,
    ...told,
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
