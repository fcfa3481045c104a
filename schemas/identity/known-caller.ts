import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { portalScope } from './principal.ts';
import { officerRole } from './roles.ts';

/** A signed-in caller as it may be kept and asked about again when the token is gone: a citizen by keyed digest, never by number. */
export const knownCaller = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('citizen'),
    key: z.string().min(1),
    level: z.union([z.literal(1), z.literal(2)]),
  }),
  z.strictObject({ kind: z.literal('portal'), id: z.string().max(100), scopes: z.array(portalScope) }),
  z.strictObject({
    kind: z.literal('officer'),
    id: z.string().max(100),
    unit: agencyCode.nullable(),
    roles: z.array(officerRole),
  }),
]);
export type KnownCaller = z.infer<typeof knownCaller>;
export type KnownOfficer = Extract<KnownCaller, { kind: 'officer' }>;
