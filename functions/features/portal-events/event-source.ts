import * as z from 'zod';

/** The source of events: the deployment, by the code of its province. */
export const eventSourceEnvironment = z.object({
  AGENCY: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.string().min(1))
    .transform(agency => `urn:motcua:${agency}`),
});
