import * as z from 'zod';

/** The version in force of a record with large, immutable versions. */
export const versionInForce = z.object({ version: z.int().min(1) });
