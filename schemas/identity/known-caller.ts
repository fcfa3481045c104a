import * as z from 'zod';
import { identityLevel, officerPrincipal, portalPrincipal } from './principal.ts';

/**
 * A signed-in caller in a form that can be stored and authorized again when the token is gone: applicants by keyed
 * digest, never by number.
 */
export const knownCaller = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('citizen'), key: z.string().min(1), level: identityLevel }),
  z.strictObject({ kind: z.enum(['foreigner', 'organisation']), key: z.string().min(1) }),
  portalPrincipal,
  officerPrincipal,
]);
export type KnownCaller = z.infer<typeof knownCaller>;
export type KnownOfficer = Extract<KnownCaller, { kind: 'officer' }>;
