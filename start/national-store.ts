import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { RunningHost } from '../local/host/boot.ts';
import { HostError } from '../local/host/host-error.ts';
import { PLACE } from '../local/host/place.ts';
import { accessTo, type SimulatedStore, startNationalStore } from '../outside/national-store/server.ts';

/** Starts a simulated national store beside the host, and puts where it is into the deployment's secret. */
export async function simulateNationalStore(
  host: Pick<RunningHost, 'awsUrl' | 'credentials' | 'resources'>,
): Promise<SimulatedStore> {
  const secret = host.resources
    .ofType('AWS::SecretsManager::Secret')
    .find(({ name }) => name.endsWith('/national-store'));
  if (!secret) throw new HostError('The application has no secret of the national store.');
  const store = await startNationalStore();
  const client = new SecretsManagerClient({
    region: PLACE.region,
    endpoint: host.awsUrl,
    credentials: host.credentials,
  });
  const SecretString = JSON.stringify(accessTo(store));
  await client.send(new PutSecretValueCommand({ SecretId: secret.arn, SecretString }));
  client.destroy();
  return store;
}
