import * as z from 'zod';

/** Which version of something is in force, where the versions are large and never change. */
export const versionInForce = z.object({ version: z.int().min(1) });
