import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Resources } from '../../../local/assembly/load-resources.ts';
import { bootHost } from '../../../local/host/boot.ts';
import { silentLog } from '../../../local/host/log.ts';
import { PLACE } from '../../../local/host/place.ts';
import { openCallers } from '../../../local/iam/callers.ts';
import { openGuard } from '../../../local/iam/guard.ts';
import { signedHeaders } from '../../../local/iam/sign-request.ts';
import { openSecrets } from '../../../local/secrets-manager/secrets.ts';
import { SecretsManager } from '../../../local/secrets-manager/secrets-manager.ts';
import { keptLog, temporaryFolder } from './support.ts';

vi.setConfig({ testTimeout: 30_000 });

const openManager = (resources: Resources, folder: string) =>
  new SecretsManager({
    secrets: openSecrets(resources.ofType('AWS::SecretsManager::Secret'), folder, Date.now),
    place: PLACE,
    now: Date.now,
  });

/** A host of an application with these secrets, and a client of it. */
async function hostOf(home: string, secrets: Record<string, object>, more: Record<string, object> = {}) {
  const folder = join(home, 'cdk.out');
  mkdirSync(folder, { recursive: true });
  const artifacts = {
    App: { type: 'aws:cloudformation:stack', properties: { templateFile: 'App.json' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '48.0.0', artifacts }));
  const Resources = Object.fromEntries(
    Object.entries(secrets).map(([name, Properties]) => [
      name,
      { Type: 'AWS::SecretsManager::Secret', Properties },
    ]),
  );
  writeFileSync(join(folder, 'App.json'), JSON.stringify({ Resources: { ...Resources, ...more } }));
  const options = { assemblyFolder: folder, dataFolder: join(home, 'data'), port: 0, log: silentLog };
  const host = await bootHost(options);
  onTestFinished(() => host.stop());
  const client = new SecretsManagerClient({
    region: 'ap-southeast-1',
    endpoint: host.awsUrl,
    credentials: host.credentials,
  });
  const read = async (SecretId: string, more: object = {}) =>
    (await client.send(new GetSecretValueCommand({ SecretId, ...more }))).SecretString;
  const put = (SecretId: string, SecretString: string, more: object = {}) =>
    client.send(new PutSecretValueCommand({ SecretId, SecretString, ...more }));
  return { host, client, read, put };
}

it('a secret of the template is generated once, and what was put stays over a restart', async () => {
  const home = temporaryFolder();
  const secrets = {
    Plain: { Name: 'plain', GenerateSecretString: { PasswordLength: 43, ExcludePunctuation: true } },
    Pair: {
      Name: 'motcua/pair',
      Description: 'Who we are',
      GenerateSecretString: { SecretStringTemplate: '{"user":"x"}', GenerateStringKey: 'password' },
    },
    Empty: { Name: 'empty' },
    Given: { Name: 'given', SecretString: 'one' },
  };
  const first = await hostOf(home, secrets);
  expect(await first.read('plain')).toMatch(/^[0-9A-Za-z]{43}$/);
  const pair = JSON.parse((await first.read('motcua/pair')) ?? '');
  expect(pair).toEqual({ user: 'x', password: expect.stringMatching(/^[\x21-\x7e]{32}$/) });
  await expect(first.read('empty')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });

  const { ARN = '', VersionId } = await first.put('motcua/pair', '{"user":"y"}');
  expect(ARN).toMatch(/^arn:aws:secretsmanager:ap-southeast-1:000000000000:secret:motcua\/pair-\w{6}$/);
  expect(await first.read(ARN)).toBe('{"user":"y"}');
  expect(await first.read(ARN.slice(0, -7), { VersionId })).toBe('{"user":"y"}');
  expect(JSON.parse((await first.read(ARN, { VersionStage: 'AWSPREVIOUS' })) ?? '')).toEqual(pair);
  const described = await first.client.send(new DescribeSecretCommand({ SecretId: ARN }));
  expect(described).toMatchObject({ Name: 'motcua/pair', Description: 'Who we are' });
  expect(described.VersionIdsToStages?.[VersionId ?? '']).toEqual(['AWSCURRENT']);
  expect(JSON.stringify(described)).not.toContain('"y"');

  const generated = await first.read('plain');
  await first.host.stop();
  const second = await hostOf(home, { ...secrets, Given: { Name: 'given', SecretString: 'two' } });
  expect([await second.read('plain'), await second.read(ARN)]).toEqual([generated, '{"user":"y"}']);
  expect(await second.read('given')).toBe('two');
  const folder = join(home, 'data', 'secrets');
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

it('a secret that a client makes is kept like those of the template', async () => {
  const home = temporaryFolder();
  const first = await hostOf(home, {});
  const SecretBinary = Buffer.from([1, 2, 255]);
  await first.client.send(new CreateSecretCommand({ Name: 'a/b', SecretBinary }));
  await expect(
    first.client.send(new CreateSecretCommand({ Name: 'a/b', SecretString: 'x' })),
  ).rejects.toMatchObject({ name: 'ResourceExistsException' });
  await first.host.stop();
  const { client } = await hostOf(home, {});
  const { SecretList = [] } = await client.send(new ListSecretsCommand({}));
  expect(SecretList.map(({ Name }) => Name)).toEqual(['a/b']);
  const got = await client.send(new GetSecretValueCommand({ SecretId: 'a/b' }));
  expect(Buffer.from(got.SecretBinary ?? []).equals(SecretBinary)).toBe(true);
});

it('refuses in the words of Secrets Manager what there is not, and what it does not do', async () => {
  const { client, read, put } = await hostOf(temporaryFolder(), { S: { Name: 's', SecretString: 'v' } });
  await expect(read('nobody')).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret.",
  });
  await expect(put('nobody', 'x')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  const missing = { name: 'ResourceNotFoundException' };
  await expect(read('s', { VersionStage: 'AWSPREVIOUS' })).rejects.toMatchObject(missing);
  await expect(read('s', { VersionStage: 'MINE' })).rejects.toMatchObject(missing);
  await expect(read('s', { VersionId: '0'.repeat(32) })).rejects.toMatchObject(missing);
  await expect(client.send(new PutSecretValueCommand({ SecretId: 's' }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  await expect(put('s', 'x', { SecretBinary: Buffer.of(1) })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
  // The same token brings the same value again, and never another.
  const again = { ClientRequestToken: 'a'.repeat(32) };
  const first = await put('s', 'x', again);
  expect((await put('s', 'x', again)).VersionId).toBe(first.VersionId);
  await expect(put('s', 'y', again)).rejects.toMatchObject({ name: 'ResourceExistsException' });
  await expect(
    read('s', { ...again, VersionId: first.VersionId, VersionStage: 'AWSPREVIOUS' }),
  ).rejects.toThrow('not associated');
  await expect(client.send(new DeleteSecretCommand({ SecretId: 's' }))).rejects.toThrow(
    'does not support DeleteSecret',
  );
});

it('the functions of a role read the secrets that its policies name, and no value is logged', async () => {
  const home = temporaryFolder();
  const statement = { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: { Ref: 'Own' } };
  const policy = { PolicyDocument: { Statement: [statement] }, Roles: ['reader'] };
  const { host } = await hostOf(
    home,
    { Own: { Name: 'own', SecretString: 'v' }, Other: { Name: 'other', SecretString: 'v' } },
    { Policy: { Type: 'AWS::IAM::Policy', Properties: policy } },
  );
  const own = host.credentials as Required<typeof host.credentials>;
  const callers = openCallers({ resources: host.resources, own, clients: [] });
  const keys = callers.ofRole('arn:aws:iam::000000000000:role/reader');
  const manager = openManager(host.resources, join(home, 'again'));
  const log = keptLog();
  const guard = openGuard({
    callers,
    place: PLACE,
    log,
    keysOf: () => undefined,
    secretArn: id => manager.arnOf(id),
  });
  const refusal = (action: string, body: object) => {
    const asked = {
      url: host.awsUrl,
      headers: { 'x-amz-target': `secretsmanager.${action}` },
      body: JSON.stringify(body),
    };
    const headers = { ...signedHeaders(asked, 'secretsmanager', keys), host: new URL(host.awsUrl).host };
    const wire = { method: 'POST', path: '/', query: '', headers, body: Buffer.from(asked.body) };
    return guard.refusal(wire, keys.accessKeyId)?.code;
  };
  expect(refusal('GetSecretValue', { SecretId: 'own' })).toBeUndefined();
  expect(refusal('GetSecretValue', { SecretId: manager.arnOf('own') })).toBeUndefined();
  for (const SecretId of ['other', 'nobody', manager.arnOf('other')])
    expect(refusal('GetSecretValue', { SecretId })).toBe('AccessDeniedException');
  const put = { SecretId: 'own', SecretString: 'kept-to-itself' };
  expect(refusal('PutSecretValue', put)).toBe('AccessDeniedException');
  expect(log.lines.join()).not.toContain('kept-to-itself');
});

it('will not boot an application whose properties Secrets Manager would have to fill in', async () => {
  const Environment = { Variables: { SECRET: '{{resolve:secretsmanager:own:SecretString:::}}' } };
  const fn = { Type: 'AWS::Lambda::Function', Properties: { Environment } };
  await expect(hostOf(temporaryFolder(), {}, { Fn: fn })).rejects.toThrow(/App\/Fn.*dynamic reference/);
});

it('will not boot an application whose secret it cannot generate', async () => {
  await expect(
    hostOf(temporaryFolder(), { S: { GenerateSecretString: { PasswordLength: 'long' } } }),
  ).rejects.toThrow(/AWS::SecretsManager::Secret S.*PasswordLength/s);
});
