import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  KMSClient,
  ListKeysCommand,
  SignCommand,
  VerifyCommand,
} from '@aws-sdk/client-kms';
import { expect, it, onTestFinished } from 'vitest';
import { bootHost } from '../../../local/host/boot.ts';
import { silentLog } from '../../../local/host/log.ts';
import { temporaryFolder } from './support.ts';

const signing = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', Description: 'Signs' };

/** A host of an application with these keys, and a client of it. */
async function hostOf(home: string, keys: Record<string, object>) {
  const folder = join(home, 'cdk.out');
  mkdirSync(folder, { recursive: true });
  const artifacts = {
    App: { type: 'aws:cloudformation:stack', properties: { templateFile: 'App.json' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '48.0.0', artifacts }));
  const Resources = Object.fromEntries(
    Object.entries(keys).map(([name, Properties]) => [name, { Type: 'AWS::KMS::Key', Properties }]),
  );
  writeFileSync(join(folder, 'App.json'), JSON.stringify({ Resources }));
  const host = await bootHost({
    assemblyFolder: folder,
    dataFolder: join(home, 'data'),
    port: 0,
    log: silentLog,
  });
  const client = new KMSClient({
    region: 'ap-southeast-1',
    endpoint: host.awsUrl,
    credentials: host.credentials,
  });
  const idOf = (name: string) =>
    host.resources.ofType('AWS::KMS::Key').find(({ logicalId }) => logicalId === name)?.name ?? '';
  return { host, client, idOf };
}

it('a key of the template signs what its public key verifies, and stays the same over a restart', {
  timeout: 30_000,
}, async () => {
  const home = temporaryFolder();
  const first = await hostOf(home, { Signer: signing, Cipher: {} });
  onTestFinished(() => first.host.stop());
  const KeyId = first.idOf('Signer');
  const Message = Buffer.from('Một lá của ngày 25/11/2026');
  const asked = { KeyId, SigningAlgorithm: 'ECDSA_SHA_256' as const };

  const { Keys = [] } = await first.client.send(new ListKeysCommand({}));
  expect(Keys.map(key => key.KeyId)).toEqual([KeyId, first.idOf('Cipher')]);
  const { KeyMetadata } = await first.client.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata).toMatchObject({
    KeyId,
    Description: 'Signs',
    KeySpec: 'ECC_NIST_P256',
    KeyUsage: 'SIGN_VERIFY',
    KeyState: 'Enabled',
    SigningAlgorithms: ['ECDSA_SHA_256'],
  });
  const { PublicKey } = await first.client.send(new GetPublicKeyCommand({ KeyId: KeyMetadata?.Arn }));
  const der = Buffer.from(PublicKey ?? []);
  const { Signature } = await first.client.send(new SignCommand({ ...asked, Message }));
  const bytes = Buffer.from(Signature ?? []);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  expect(key.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
  expect(verify('sha256', Message, key, bytes)).toBe(true);

  const holds = (message: Buffer) =>
    first.client.send(new VerifyCommand({ ...asked, Message: message, Signature: bytes }));
  expect((await holds(Message)).SignatureValid).toBe(true);
  await expect(holds(Buffer.from('other'))).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });

  const file = join(home, 'data', 'keys', `${KeyId}.json`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await first.host.stop();
  const second = await hostOf(home, { Signer: signing });
  onTestFinished(() => second.host.stop());
  const again = await second.client.send(new GetPublicKeyCommand({ KeyId }));
  expect(Buffer.from(again.PublicKey ?? []).equals(der)).toBe(true);
});

it('a key for RSA, and digests that were made elsewhere', { timeout: 30_000 }, async () => {
  const home = temporaryFolder();
  const rsa = { KeySpec: 'RSA_3072', KeyUsage: 'SIGN_VERIFY', Description: 'Seals' };
  const { host, client, idOf } = await hostOf(home, { Signer: signing, Seal: rsa });
  onTestFinished(() => host.stop());
  const message = Buffer.from('Con dấu của cơ quan');
  const digest = createHash('sha256').update(message).digest();
  const keyOf = async (KeyId: string) => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
    return createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  };
  const KeyId = idOf('Seal');
  const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }));
  expect(KeyMetadata).toMatchObject({
    KeySpec: 'RSA_3072',
    SigningAlgorithms: ['RSASSA_PKCS1_V1_5_SHA_256'],
  });
  const key = await keyOf(KeyId);
  expect(key.asymmetricKeyDetails?.modulusLength).toBe(3072);
  const asked = { KeyId, SigningAlgorithm: 'RSASSA_PKCS1_V1_5_SHA_256' as const };
  const raw = await client.send(new SignCommand({ ...asked, Message: message }));
  const digested = await client.send(new SignCommand({ ...asked, Message: digest, MessageType: 'DIGEST' }));
  // PKCS #1 v1.5 signs the same in the same way.
  expect(Buffer.from(digested.Signature ?? []).equals(Buffer.from(raw.Signature ?? []))).toBe(true);
  expect(verify('sha256', message, key, Buffer.from(digested.Signature ?? []))).toBe(true);
  const holds = (Message: Buffer) =>
    client.send(
      new VerifyCommand({
        ...asked,
        Message,
        MessageType: 'DIGEST',
        Signature: digested.Signature ?? Buffer.of(0),
      }),
    );
  expect((await holds(digest)).SignatureValid).toBe(true);
  await expect(holds(Buffer.alloc(32))).rejects.toMatchObject({ name: 'KMSInvalidSignatureException' });
  await expect(
    client.send(new SignCommand({ ...asked, Message: message, SigningAlgorithm: 'RSASSA_PSS_SHA_256' })),
  ).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });

  const curve = {
    KeyId: idOf('Signer'),
    SigningAlgorithm: 'ECDSA_SHA_256' as const,
    MessageType: 'DIGEST' as const,
  };
  const { Signature } = await client.send(new SignCommand({ ...curve, Message: digest }));
  expect(verify('sha256', message, await keyOf(curve.KeyId), Buffer.from(Signature ?? []))).toBe(true);

  for (const id of [KeyId, curve.KeyId])
    expect(statSync(join(home, 'data', 'keys', `${id}.json`)).mode & 0o777).toBe(0o600);
});

it('refuses in the words of KMS what there is not, and what it does not do', {
  timeout: 30_000,
}, async () => {
  const { host, client, idOf } = await hostOf(temporaryFolder(), { Signer: signing, Cipher: {} });
  onTestFinished(() => host.stop());
  const Message = Buffer.from('x');
  const sign = (input: object) =>
    client.send(
      new SignCommand({ KeyId: idOf('Signer'), SigningAlgorithm: 'ECDSA_SHA_256', Message, ...input }),
    );
  await expect(sign({ KeyId: 'nobody' })).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect(sign({ KeyId: idOf('Cipher') })).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  await expect(sign({ SigningAlgorithm: 'ECDSA_SHA_384' })).rejects.toMatchObject({
    name: 'InvalidKeyUsageException',
  });
  await expect(sign({ Message: Buffer.alloc(4097) })).rejects.toMatchObject({ name: 'ValidationException' });
  const short = createHash('sha1').update(Message).digest();
  await expect(sign({ Message: short, MessageType: 'DIGEST' })).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(
    client.send(new EncryptCommand({ KeyId: idOf('Cipher'), Plaintext: Message })),
  ).rejects.toMatchObject({ name: 'UnsupportedOperationException' });
});

it('will not boot an application whose key it cannot keep', { timeout: 30_000 }, async () => {
  await expect(
    hostOf(temporaryFolder(), { Rsa: { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' } }),
  ).rejects.toThrow(/AWS::KMS::Key Rsa.*not RSA_2048 for SIGN_VERIFY/s);
});
