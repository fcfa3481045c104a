import * as z from 'zod';

/** Addresses of queues by name, as a variable of the environment holds them: JSON. */
export const queueAddresses = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), z.url()));
