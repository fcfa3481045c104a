import type { FeeCollector } from '../../../schemas/organization/fee-collector.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

/** A unit that collects fees. */
export type CollectingUnit = Unit & { readonly collects: FeeCollector };

export const isCollecting = (unit: Unit): unit is CollectingUnit => unit.collects !== undefined;

/**
 * The body that collects a unit’s fees: its own, or that of the nearest unit above it; undefined where none has one.
 */
export const collectorOf = (units: readonly Unit[], code: string): FeeCollector | undefined =>
  collectingUnit(units, code)?.collects;

/** The unit whose body it is. */
export function collectingUnit(units: readonly Unit[], code: string): CollectingUnit | undefined {
  const byCode = new Map(units.map(unit => [unit.code as string, unit]));
  const seen = new Set<string>();
  for (let unit = byCode.get(code); unit && !seen.has(unit.code); unit = byCode.get(unit.parent ?? '')) {
    if (isCollecting(unit)) return unit;
    seen.add(unit.code);
  }
  return undefined;
}
