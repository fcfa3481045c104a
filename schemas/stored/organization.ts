import * as z from 'zod';
import { instantText } from '../instant.ts';
import { keptOfficer, unit } from '../organization/unit.ts';

/** The units of the province in a version: small enough for one item, and always read whole. */
export const organisationVersion = z.strictObject({
  version: z.int().min(1),
  recordedAt: instantText,
  units: z.array(unit),
});
export type OrganizationVersion = z.infer<typeof organisationVersion>;

export const organisationItem = z.strictObject({ record: organisationVersion });

/** An officer's account. */
export const officerItem = z.strictObject({ officer: keptOfficer });
