import type { Unit, UnitOutput } from '../../../api/generated.ts';

const comparable = (unit: Unit) =>
  JSON.stringify(
    Object.entries({ ...unit, successors: unit.successors ?? [] }).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** How many units another list adds, leaves out and changes. */
export function unitDifferences(inForce: readonly UnitOutput[], other: readonly Unit[]) {
  const before = new Map(inForce.map(unit => [unit.code, comparable(unit)]));
  const after = new Map(other.map(unit => [unit.code, comparable(unit)]));
  return {
    added: [...after.keys()].filter(code => !before.has(code)).length,
    removed: [...before.keys()].filter(code => !after.has(code)).length,
    changed: [...after].filter(([code, unit]) => before.has(code) && before.get(code) !== unit).length,
  };
}
