import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { RunningHost } from '../local/host/boot.ts';
import { HostError } from '../local/host/host-error.ts';
import { PLACE } from '../local/host/place.ts';

export type SecretHost = Pick<RunningHost, 'awsUrl' | 'credentials' | 'resources'>;

/** Puts what a deployment has to know of an outside party into its secret. */
export async function fillSecret(host: SecretHost, named: string, value: object): Promise<void> {
  const secret = host.resources
    .ofType('AWS::SecretsManager::Secret')
    .find(({ name }) => name.endsWith(`/${named}`));
  if (!secret) throw new HostError(`The application has no secret of ${named}.`);
  const client = new SecretsManagerClient({
    region: PLACE.region,
    endpoint: host.awsUrl,
    credentials: host.credentials,
  });
  await client.send(new PutSecretValueCommand({ SecretId: secret.arn, SecretString: JSON.stringify(value) }));
  client.destroy();
}
