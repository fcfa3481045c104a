import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { keptAccount } from '../identity/account.ts';
import { officerRole } from '../identity/roles.ts';

const portal = z.strictObject({ kind: z.literal('portal'), id: z.string().max(100) });
const officer = z.strictObject({
  kind: z.literal('officer'),
  id: z.string().max(100),
  unit: agencyCode.nullable(),
  role: officerRole.nullable(),
});
const system = z.strictObject({ kind: z.literal('system'), mechanism: z.string().max(60) });

/**
 * Who did something, as events keep it: never a name or an identity number. A citizen, foreigner or organization is
 * identified by a keyed digest, a portal and an officer by their account, the system by the mechanism that acted.
 */
export const actor = z.discriminatedUnion('kind', [keptAccount, portal, officer, system]);
export type Actor = z.infer<typeof actor>;

/** Who did something, as shown: an officer's account may be withheld. */
export const shownActor = z.discriminatedUnion('kind', [
  keptAccount,
  portal,
  officer.partial({ id: true }),
  system,
]);
