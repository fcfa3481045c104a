import * as z from 'zod';

/** Electronic identity accounts of applicants (NĐ 69/2024/NĐ-CP): of a citizen, a foreigner, an organization. */
export const accountKind = z.enum(['citizen', 'foreigner', 'organisation']);
export type AccountKind = z.infer<typeof accountKind>;

/** An account as stored: by the keyed digest of its holder's identifier, never by number. */
export const keptAccount = z.strictObject({ kind: accountKind, key: z.string().max(80) });

/** Whether a kind of caller can be an applicant. */
export const isAccount = (kind: string): kind is AccountKind => accountKind.safeParse(kind).success;
