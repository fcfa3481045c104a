import * as z from 'zod';

/** Electronic identity accounts of those who apply (NĐ 69/2024/NĐ-CP): of a citizen, a foreigner, an organization. */
export const accountKind = z.enum(['citizen', 'foreigner', 'organisation']);
export type AccountKind = z.infer<typeof accountKind>;

/** An account as it is kept: by the keyed digest of what its holder is known by, never by number. */
export const keptAccount = z.strictObject({ kind: accountKind, key: z.string().max(80) });

/** Whether a kind of caller is one of those who apply. */
export const isAccount = (kind: string): kind is AccountKind => accountKind.safeParse(kind).success;
