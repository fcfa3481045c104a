import * as z from 'zod';

/** Addresses of queues by name, as JSON in an environment variable. */
export const queueAddresses = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), z.url()));
