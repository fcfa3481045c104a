import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { officerRole } from './roles.ts';

/** Scopes of a portal's client credentials. */
export const portalScope = z.enum(['dossiers:read', 'dossiers:write']);

/**
 * Who calls, as the authorizer found in a valid token. A citizen's identity number is needed to find their own dossiers and is
 * used for nothing else; `key` is its keyed digest, the only form that is stored or logged.
 */
export const principal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('anonymous') }),
  z.strictObject({
    kind: z.literal('citizen'),
    identityNumber: z.string(),
    /** Level of the electronic identity account (NĐ 69/2024): 1 basic, 2 with biometrics. */
    level: z.union([z.literal(1), z.literal(2)]),
  }),
  z.strictObject({ kind: z.literal('portal'), id: z.string().max(100), scopes: z.array(portalScope) }),
  z.strictObject({
    kind: z.literal('officer'),
    id: z.string().max(100),
    /** Null for officers of no unit, such as an administrator of the system. */
    unit: agencyCode.nullable(),
    roles: z.array(officerRole),
  }),
]);
export type Principal = z.infer<typeof principal>;
