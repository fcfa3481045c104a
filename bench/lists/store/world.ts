import type { Unit } from '../../../schemas/organization/unit.ts';
import { starter } from '../../../test/support/lifecycle/memory-province.ts';
import { type BenchProcedure, benchProcedures } from './procedures.ts';
import { longTail, type Random, randomOf, shuffled, weighted } from './random.ts';

/** The moment at which the store is looked at: Monday 23 November 2026, nine in the morning in Viet Nam. */
export const NOW = Date.parse('2026-11-23T09:00:00+07:00');

/** A commune whose work has piled up: of a million dossiers it has 20,000 open ones. */
export const BUSY_UNIT = 'H44.190';
/** What share of all dossiers is open all over the province; the busy unit has as many again. */
export const OPEN_SHARE = 0.02;

/** Share of the dossiers that the province's own departments decide, received at the provincial centre. */
const AT_THE_CENTRE = 0.22;
export const CENTRE = 'H44.01';

/** How much there is, and of what seed. */
export interface StoreSize {
  readonly dossiers: number;
  readonly seed: string;
}

/** A province at work: who receives and decides how much of what. */
export interface World extends StoreSize {
  readonly procedures: readonly BenchProcedure[];
  readonly procedure: (code: string) => BenchProcedure;
  readonly communes: readonly string[];
  /** Where a dossier goes, and for what. */
  place(random: Random): Place;
  /** A procedure that communes decide. */
  communeProcedure(random: Random): BenchProcedure;
}

export interface Place {
  readonly receivingUnit: string;
  readonly competentUnit: string;
  readonly procedure: BenchProcedure;
}

const codesOf = (kind: Unit['kind']) =>
  starter.units.filter(unit => unit.kind === kind).map(({ code }) => code);

export function benchWorld(size: StoreSize): World {
  const { seed } = size;
  const procedures = benchProcedures(seed);
  const byCode = new Map(procedures.map(entry => [entry.procedure.code, entry]));
  const departments = codesOf('department');
  const communes = codesOf('commune');
  const tailed = <T>(values: readonly T[], steepness: number, name: string) => {
    const weights = longTail(values.length, steepness);
    return weighted(
      shuffled(values, randomOf(seed, name)).map((value, index) => [value, weights[index] ?? 0] as const),
    );
  };
  const ofCommunes = ({ procedure }: BenchProcedure) => procedure.levels.includes('commune');
  const commune = tailed(communes, 0.5, 'communes');
  const communeProcedure = tailed(procedures.filter(ofCommunes), 0.85, 'procedures of communes');
  const provinceProcedure = tailed(
    procedures.filter(entry => !ofCommunes(entry)),
    0.8,
    'procedures of departments',
  );
  return {
    ...size,
    procedures,
    communes,
    communeProcedure,
    procedure(code) {
      const found = byCode.get(code);
      if (!found) throw new TypeError(`no procedure ${code}`);
      return found;
    },
    place(random) {
      if (random.chance(AT_THE_CENTRE)) {
        const procedure = provinceProcedure(random);
        // A field belongs to one department.
        const field = randomOf(seed, 'department of', procedure.procedure.field.name);
        return { receivingUnit: CENTRE, competentUnit: field.pick(departments), procedure };
      }
      const procedure = communeProcedure(random);
      const competentUnit = commune(random);
      // Some are handed in where it suits the applicant (phi địa giới).
      const elsewhere = procedure.procedure.anyBoundary && random.chance(0.2);
      return { receivingUnit: elsewhere ? commune(random) : competentUnit, competentUnit, procedure };
    },
  };
}
