import * as z from 'zod';

/** The secrets of the deployment. */
export const storedKeyring = z.object({ persons: z.string().min(40), cursors: z.string().min(40) });
export type StoredKeyring = z.infer<typeof storedKeyring>;
