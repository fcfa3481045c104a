import type { FeeCollector } from '../../../schemas/organization/fee-collector.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

/** The body that collects a unit’s fees: its own, or that of the nearest unit above it; undefined where none has one. */
export function collectorOf(units: readonly Unit[], code: string): FeeCollector | undefined {
  const byCode = new Map(units.map(unit => [unit.code as string, unit]));
  const seen = new Set<string>();
  for (let unit = byCode.get(code); unit && !seen.has(unit.code); unit = byCode.get(unit.parent ?? '')) {
    if (unit.collects) return unit.collects;
    seen.add(unit.code);
  }
  return undefined;
}
