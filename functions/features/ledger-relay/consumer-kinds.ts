import * as z from 'zod';

/** The kinds of entries that each consumer acts on, as its manifest says. */
export type ConsumerKinds = Readonly<Record<string, 'all' | readonly string[]>>;

/** JSON text, by consumer. */
export const consumerKindsEnvironment = z.object({
  CONSUMER_KINDS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string(), z.union([z.literal('all'), z.array(z.string())]))),
});
