import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

/** Whether a unit belongs to a commune: its People's Committee, or its police. */
export function isOfCommune({ kind, administrativeCode }: Unit): boolean {
  return kind === 'commune' || (kind === 'police' && administrativeCode !== null);
}

/** Whether two units belong to the same commune, or both to the province as a whole. */
export function sharePlace(one: Unit, other: Unit): boolean {
  return one.administrativeCode === other.administrativeCode;
}

/**
 * The unit that decides a dossier if the submission names none: the procedure's own unit; else the unit of the
 * required kind at the place of receipt; else the receiving unit. Undefined if there is no unit of that kind.
 */
export function competentUnitOf(
  procedure: Procedure,
  receivingUnit: string,
  units: readonly Unit[],
): string | undefined {
  if (procedure.competentUnit !== undefined) return procedure.competentUnit;
  if (procedure.competentKind === undefined) return receivingUnit;
  const receiving = units.find(({ code }) => code === receivingUnit);
  return units.find(unit => receiving && unit.kind === procedure.competentKind && sharePlace(unit, receiving))
    ?.code;
}
