import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import { officer, officerRecord, unit } from '../../organization/unit.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';

const organisationVersion = z
  .strictObject({ version: z.int(), recordedAt: z.iso.datetime({ offset: true }), units: z.array(unit) })
  .meta({ id: 'Organisation' });

export const organizationOperations = {
  getOrganization: operation({
    id: 'getOrganization',
    method: 'GET',
    path: '/v1/units',
    capability: 'organization',
    tag: 'Public',
    summary: 'The units of the province, in the version in force',
    action: 'public.read',
    answer: { status: 200, schema: organisationVersion, etag: true },
    problems: ['not-found'],
  }),
  publishOrganization: operation({
    id: 'publishOrganization',
    method: 'POST',
    path: '/v1/units',
    capability: 'organization',
    tag: 'Administration',
    summary: 'Proposes the units of the province as a new version; unchanged units make no new version',
    action: 'organization.manage',
    body: z.strictObject({ units: z.array(unit).min(1).max(1000) }).meta({ id: 'OrganizationPublication' }),
    proposes: true,
    answer: { status: 200, schema: organisationVersion, etag: true },
    problems: ['request-invalid', 'unit-in-use', 'version-conflict'],
  }),
  listOfficers: operation({
    id: 'listOfficers',
    method: 'GET',
    path: '/v1/officers',
    capability: 'organization',
    tag: 'Administration',
    summary: 'Officers of the province or a unit, by account; a leader lists those of the unit they lead',
    action: 'organization.read',
    query: z.strictObject({ ...pageQuery, unit: agencyCode.optional() }),
    answer: { status: 200, schema: pageOf(officer) },
    problems: ['parameter-invalid', 'cursor-invalid', 'not-found'],
  }),
  recordOfficers: operation({
    id: 'recordOfficers',
    method: 'POST',
    path: '/v1/officers',
    capability: 'organization',
    tag: 'Administration',
    summary: 'Records officers’ accounts: new ones are added, known ones replaced',
    action: 'organization.manage',
    body: z.strictObject({ officers: z.array(officerRecord).min(1).max(500) }).meta({ id: 'OfficerRecords' }),
    answer: { status: 200, schema: z.strictObject({ recorded: z.int() }).meta({ id: 'OfficersRecorded' }) },
    problems: ['request-invalid', 'unit-unknown'],
  }),
} as const;
