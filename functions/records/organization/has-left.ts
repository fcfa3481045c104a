import type { Officer } from '../../../schemas/organization/unit.ts';

/**
 * Whether an account no longer works in a unit: it is closed, or it is recorded in another one. Of an account that
 * nobody recorded, nothing is known.
 */
export function hasLeft(officer: Officer | undefined, unit: string): boolean {
  return officer !== undefined && (!officer.active || officer.unit !== unit);
}
