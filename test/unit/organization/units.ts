import type { Unit } from '../../../schemas/organization/unit.ts';

/** A commune of a test, in force since 2021 and without end unless told otherwise. */
export function commune(code: string, more: Partial<Unit> = {}): Unit {
  return {
    code,
    name: `Xã ${code}`,
    kind: 'commune',
    parent: null,
    administrativeCode: null,
    receives: true,
    validFrom: '2021-01-01',
    validTo: null,
    successors: [],
    ...more,
  };
}

/** A unit that ended with the last day of June 2025, and who goes on with its work. */
export const ended = (code: string, successors: string[], more: Partial<Unit> = {}): Unit =>
  commune(code, { validTo: '2025-06-30', successors, ...more });
