import type { LedgerEvent } from '../schemas/dossier/event.ts';
import type { DossierHead } from '../schemas/dossier/head.ts';

/** What became of dossiers, counted. */
export const counts = [
  'received',
  'accepted',
  'declined',
  'withdrawn',
  'stopped',
  'decided',
  'early',
  'onTime',
  'late',
  'returned',
  'supplements',
  'alarms',
] as const;
export type Count = (typeof counts)[number];
export type Tally = Record<Count, number>;

/** Figures by month (`YYYY-MM`) and unit that decides. */
export interface Figures {
  enter(head: Pick<DossierHead, 'competentUnit'>, events: readonly LedgerEvent[]): void;
  /** Every figure as text, in order: equal figures give equal text. */
  asText(): string;
  readonly months: readonly string[];
  /** Of a month, of one unit or of all. */
  of(month: string, unit?: string): Tally;
  /** Units that had anything to do in the month, by code. */
  units(month: string): readonly string[];
}

function noTally(): Tally {
  // The names are those of the list above.
  return Object.fromEntries(counts.map(name => [name, 0])) as Tally;
}

export function openFigures(): Figures {
  const cells = new Map<string, Map<string, Tally>>();
  const cell = (month: string, unit: string): Tally => {
    const units = cells.get(month) ?? new Map<string, Tally>();
    cells.set(month, units);
    const tally = units.get(unit) ?? noTally();
    units.set(unit, tally);
    return tally;
  };
  const unitsOf = (month: string) => [...(cells.get(month)?.keys() ?? [])].sort();
  return {
    asText: () =>
      JSON.stringify(
        [...cells.keys()].sort().map(month => unitsOf(month).map(unit => [month, unit, cell(month, unit)])),
      ),
    enter({ competentUnit }, events) {
      for (const { at, data } of events) {
        for (const name of countsOf(data)) cell(at.slice(0, 7), competentUnit)[name]++;
      }
    },
    get months() {
      return [...cells.keys()].sort();
    },
    of(month, unit) {
      const units = cells.get(month) ?? new Map<string, Tally>();
      const chosen = unit === undefined ? [...units.values()] : [units.get(unit) ?? noTally()];
      const sum = noTally();
      for (const tally of chosen) for (const name of counts) sum[name] += tally[name];
      return sum;
    },
    units: unitsOf,
  };
}

function countsOf(data: LedgerEvent['data']): readonly Count[] {
  switch (data.type) {
    case 'submitted':
      return ['received'];
    case 'decided':
      return ['decided', data.timeliness];
    case 'accepted':
    case 'declined':
    case 'withdrawn':
    case 'stopped':
    case 'returned':
      return [data.type];
    case 'supplementRequested':
      return ['supplements'];
    case 'alarmRaised':
      return ['alarms'];
    default:
      return [];
  }
}
