import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';

/** A unit without a successor, and its place in the publication: none if the unit was left out. */
export interface WithoutSuccessor {
  readonly unit: AgencyCode;
  readonly pointer: string;
}

/**
 * Units that end, now or in the future, without an active successor; and previously published ones that are now left
 * out.
 */
export function withoutSuccessor(before: readonly Unit[], after: readonly Unit[]): WithoutSuccessor[] {
  const byCode = new Map(after.map(unit => [unit.code, unit]));
  const lasts = (code: AgencyCode, passed: ReadonlySet<AgencyCode> = new Set()): boolean => {
    const unit = byCode.get(code);
    if (!unit || passed.has(code)) return false;
    const [principal] = unit.successors;
    if (unit.validTo === null) return true;
    return principal !== undefined && lasts(principal, new Set([...passed, code]));
  };
  return [
    ...after.flatMap(({ code }, index) =>
      lasts(code) ? [] : [{ unit: code, pointer: `/units/${index}/successors` }],
    ),
    ...before.filter(({ code }) => !byCode.has(code)).map(({ code }) => ({ unit: code, pointer: '/units' })),
  ];
}
