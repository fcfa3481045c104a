import * as z from 'zod';

/** One of the long polls that a portal may have open, as stored: until when, in milliseconds. */
export const pollItem = z.strictObject({ heldUntil: z.number(), expiresAt: z.int() });
