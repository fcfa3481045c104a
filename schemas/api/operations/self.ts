import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import { identityLevel, portalScope } from '../../identity/principal.ts';
import { officerRole } from '../../identity/roles.ts';
import { operation } from '../operation.ts';

/** The caller as the API sees them. */
const self = z
  .strictObject({
    kind: z.enum(['citizen', 'foreigner', 'organisation', 'portal', 'officer']),
    /** The account of an officer or portal; null for applicants, who are known by their numbers. */
    account: z.string().nullable(),
    /** An officer’s name as recorded; null where none is. */
    name: z.string().nullable(),
    /** An officer’s unit; null for everyone else and for officers of no unit. */
    unit: z.strictObject({ code: agencyCode, name: z.string().nullable() }).nullable(),
    roles: z.array(officerRole),
    scopes: z.array(portalScope),
    /** Level of a citizen’s account. */
    level: identityLevel.nullable(),
  })
  .meta({ id: 'Self', description: 'The caller, as the API sees them' });

export const selfOperations = {
  getSelf: operation({
    id: 'getSelf',
    method: 'GET',
    path: '/v1/me',
    capability: 'organization',
    tag: 'Public',
    summary: 'Who the caller is: account, unit and roles, as the API sees them now',
    action: 'self.read',
    answer: { status: 200, schema: self },
    problems: [],
  }),
} as const;
