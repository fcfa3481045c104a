import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

type Dated = Pick<Unit, 'code' | 'validTo' | 'successors'>;

/**
 * Which unit does whose work, on a day. A unit that is unknown, or ended without a successor, counts as its own
 * successor.
 */
export interface Succession {
  /** The unit that does a unit's work now: itself while it is active, otherwise its first successor, recursively. */
  successorOf(unit: AgencyCode): AgencyCode;
  /** All units in force that took over part of a unit's work; empty while it is active. */
  heirsOf(unit: AgencyCode): readonly AgencyCode[];
  /** The ended units whose work a unit took over, in whole or in part. */
  inheritedBy(unit: AgencyCode): readonly AgencyCode[];
  /** Ended units with a successor. */
  readonly succeeded: readonly AgencyCode[];
  /** Ended units without a successor. */
  readonly abandoned: readonly AgencyCode[];
}

/** Whether a unit's last day is over. */
export function hasEnded({ validTo }: Pick<Unit, 'validTo'>, on: string): boolean {
  return validTo !== null && validTo < on;
}

/** The succession of a province's units on a day (`YYYY-MM-DD`). */
export function successionOf(units: readonly Dated[], on: string): Succession {
  const byCode = new Map(units.map(unit => [unit.code, unit]));
  const ended = units.filter(unit => hasEnded(unit, on));

  /** The units in force that successors lead to, the principal one first. */
  function heirs(code: AgencyCode, passed: ReadonlySet<AgencyCode> = new Set()): AgencyCode[] {
    const unit = byCode.get(code);
    if (!unit || passed.has(code)) return [];
    if (!hasEnded(unit, on)) return [code];
    const further = new Set([...passed, code]);
    return [...new Set(unit.successors.flatMap(next => heirs(next, further)))];
  }

  const heirsOf = new Map(ended.map(({ code }) => [code, heirs(code)]));
  return {
    successorOf: code => heirsOf.get(code)?.[0] ?? code,
    heirsOf: code => heirsOf.get(code) ?? [],
    inheritedBy: code => ended.filter(unit => heirsOf.get(unit.code)?.includes(code)).map(unit => unit.code),
    succeeded: ended.filter(({ code }) => heirsOf.get(code)?.length).map(({ code }) => code),
    abandoned: ended.filter(({ code }) => !heirsOf.get(code)?.length).map(({ code }) => code),
  };
}
