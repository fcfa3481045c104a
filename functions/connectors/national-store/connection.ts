import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type StoreConnection, storeConnection } from '../../../schemas/outside/national-store.ts';

/** How long the secret is used before it is read again: a changed one is in use soon everywhere. */
const KEPT = 5 * 60_000;

/** Reads how the store is reached; undefined while nothing usable was put into the secret. */
export type ReadConnection = () => Promise<StoreConnection | undefined>;

/** The connection as Secrets Manager has it. What the secret holds is in no error. */
export function keptConnection(
  client: Pick<SecretsManagerClient, 'send'>,
  SecretId: string,
  now: () => number,
): ReadConnection {
  let kept: { readonly connection: StoreConnection; readonly until: number } | undefined;
  return async () => {
    if (kept && kept.until > now()) return kept.connection;
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
    const connection = readConnection(SecretString);
    kept = connection && { connection, until: now() + KEPT };
    return connection;
  };
}

function readConnection(text: string): StoreConnection | undefined {
  try {
    return storeConnection.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
