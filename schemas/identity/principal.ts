import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { foreignPaper } from '../dossier/identity-paper.ts';
import { officerRole } from './roles.ts';

/** Scopes of a portal's client credentials. */
export const portalScope = z.enum(['dossiers:read', 'dossiers:write']);

/** A portal that submits for others, and what it may do. */
export const portalPrincipal = z.strictObject({
  kind: z.literal('portal'),
  id: z.string().max(100),
  scopes: z.array(portalScope),
});

/** An officer, by account; `unit` is null for officers of no unit, such as an administrator of the system. */
export const officerPrincipal = z.strictObject({
  kind: z.literal('officer'),
  id: z.string().max(100),
  unit: agencyCode.nullable(),
  roles: z.array(officerRole),
  /** Ended units whose work the officer’s unit took over; not from the token, but from today's units. */
  inherits: z.array(agencyCode).optional(),
  /** Who the officer is as an applicant, by keyed digest; not of the token, but of their record. */
  person: z.string().max(80).optional(),
});
export type OfficerPrincipal = z.infer<typeof officerPrincipal>;

/** Level of a citizen’s electronic identity account (NĐ 69/2024): 1 basic, 2 with biometrics. */
export const identityLevel = z.union([z.literal(1), z.literal(2)]);

/**
 * The caller, as the authorizer found in a valid token. The number of a citizen, foreigner or organization is needed
 * to find their own dossiers and is used for nothing else; only its keyed digest is stored or logged. Accounts of
 * foreigners and organizations have no levels (NĐ 320/2026/NĐ-CP Đ3).
 */
export const principal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('anonymous') }),
  z.strictObject({
    kind: z.literal('citizen'),
    identityNumber: z.string(),
    level: identityLevel,
  }),
  z.strictObject({ kind: z.literal('foreigner'), paper: foreignPaper }),
  /** By tax code, or an agency by its code. */
  z.strictObject({ kind: z.literal('organisation'), number: z.string() }),
  portalPrincipal,
  officerPrincipal,
]);
export type Principal = z.infer<typeof principal>;
