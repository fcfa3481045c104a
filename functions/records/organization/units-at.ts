import type { Unit } from '../../../schemas/organization/unit.ts';
import { type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { OrganizationStore } from './organization-store.ts';

/** The units of the province as they were published at an instant: the first version where none was yet. */
export async function unitsAt(
  organization: Pick<OrganizationStore, 'current' | 'version'>,
  at: Instant,
): Promise<readonly Unit[]> {
  let found = await organization.current();
  while (found && parseInstant(found.recordedAt) > at && found.version > 1)
    found = await organization.version(found.version - 1);
  return found?.units ?? [];
}
