import type { Unit } from '../../../schemas/organization/unit.ts';

/** A unit by its name; by its code where it is not among the units. */
export function unitName(units: readonly Pick<Unit, 'code' | 'name'>[], code: string): string {
  return units.find(unit => unit.code === code)?.name ?? code;
}
