import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';

/** How long a secret is used before it is read again: a changed one is in use soon everywhere. */
const KEPT = 5 * 60_000;

/** Reads what a secret holds; undefined while nothing usable was put into it. */
export type ReadSecret<T> = () => Promise<T | undefined>;

/** JSON as Secrets Manager has it, read by a schema. What the secret holds is in no error. */
export function keptSecret<S extends z.ZodType>(
  client: Pick<SecretsManagerClient, 'send'>,
  SecretId: string,
  schema: S,
  now: () => number,
): ReadSecret<z.output<S>> {
  let kept: { readonly value: z.output<S>; readonly until: number } | undefined;
  return async () => {
    if (kept && kept.until > now()) return kept.value;
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
    const value = readBy(schema, SecretString);
    kept = value === undefined ? undefined : { value, until: now() + KEPT };
    return value;
  };
}

function readBy<S extends z.ZodType>(schema: S, text: string): z.output<S> | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
