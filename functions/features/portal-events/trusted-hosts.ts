import * as z from 'zod';

/** Hosts of portals that the deployment's settings trust although they are private: JSON, none by default. */
export const trustedHostsEnvironment = z.object({
  WEBHOOK_TRUSTED_HOSTS: z
    .string()
    .default('[]')
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string().min(1))),
});
