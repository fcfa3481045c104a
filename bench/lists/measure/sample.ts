import { formatResultNumber } from '../../../functions/domain/dossier/number.ts';
import { daysOf, WORKING_DAYS } from '../store/days.ts';
import { type DossierPlan, planDay } from '../store/plan-day.ts';
import { randomOf, shuffled } from '../store/random.ts';
import { BUSY_UNIT, benchWorld, CENTRE, type StoreSize } from '../store/world.ts';

/** Dossiers that are in a store, to ask for: found by making some of its days once more. */
export interface Sample {
  readonly dossiers: readonly DossierPlan[];
  /** Units that receive, the largest first. */
  readonly units: readonly string[];
  of(unit: string): readonly DossierPlan[];
}

/** Working days before the last that are looked at: old and new ones. */
const AGES = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 480];
const MOST = 6000;

export function sampleOf(size: StoreSize): Sample {
  const world = benchWorld(size);
  const all = daysOf(size)
    .filter(({ age }) => AGES.includes(age) || size.dossiers <= 20_000)
    .flatMap(day => planDay(world, day, WORKING_DAYS));
  const dossiers = shuffled(all, randomOf(size.seed, 'sample')).slice(0, MOST);
  const byUnit = Map.groupBy(dossiers, ({ receivingUnit }) => receivingUnit);
  const units = [...byUnit]
    .filter(([unit]) => unit !== BUSY_UNIT)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([unit]) => unit);
  if (units[0] !== CENTRE) throw new Error('The largest unit of the store is not the provincial centre.');
  return { dossiers, units, of: unit => byUnit.get(unit) ?? [] };
}

/** The number of the result of a dossier that was returned. */
export const resultNumberOf = ({ competentUnit, submittedAt, resultCount }: DossierPlan) =>
  formatResultNumber(competentUnit, String(new Date(submittedAt).getUTCFullYear()), resultCount);
