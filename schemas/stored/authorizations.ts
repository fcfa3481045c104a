import * as z from 'zod';
import { authorization } from '../organization/authorization.ts';

/**
 * All authorizations to sign of a unit, ended ones among them: a few a year. Who signs is
 * decided by all of them together.
 */
export const storedAuthorizations = z.strictObject({
  authorizations: z.array(authorization),
  /** Counts every change: the condition of the next. */
  version: z.int().min(1),
});
export type StoredAuthorizations = z.infer<typeof storedAuthorizations>;
