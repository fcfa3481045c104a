import type { Unit } from '../../../schemas/organization/unit.ts';

/**
 * The units whose work goes elsewhere by another list: they end otherwise than before, have
 * other successors, or are left out.
 */
export function leavingUnits(before: readonly Unit[], after: readonly Unit[]): string[] {
  const next = new Map(after.map(unit => [unit.code, unit]));
  return before.flatMap(({ code, validTo, successors }) => {
    const then = next.get(code);
    const same =
      then?.validTo === validTo &&
      then.successors.length === successors.length &&
      then.successors.every((successor, index) => successor === successors[index]);
    return same ? [] : [code];
  });
}
