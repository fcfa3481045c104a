import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type StoreConnection, storeConnection } from '../../../schemas/outside/national-store.ts';
import { keptSecret, type ReadSecret } from '../../kernel/outside/kept-secret.ts';

/** How the store is reached, as Secrets Manager has it. */
export const keptConnection = (
  client: Pick<SecretsManagerClient, 'send'>,
  SecretId: string,
  now: () => number,
): ReadSecret<StoreConnection> => keptSecret(client, SecretId, storeConnection, now);
