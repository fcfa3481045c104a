import type { Officer } from '../../../schemas/organization/unit.ts';

/**
 * Whether an account no longer works in a unit: it is closed, or recorded in another unit. Nothing is known of an
 * account that was never recorded.
 */
export function hasLeft(officer: Officer | undefined, unit: string): boolean {
  return officer !== undefined && (!officer.active || officer.unit !== unit);
}
