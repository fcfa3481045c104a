import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import * as z from 'zod';
import type { Place } from '../host/place.ts';
import type { HostKey } from './keys.ts';
import * as errors from './kms-error.ts';
import { isDigestSigned, signDigest } from './sign-digest.ts';

/** The longest message that KMS signs as it is. */
const LONGEST = 4096;

const OfKey = z.looseObject({ KeyId: z.string().min(1) });
const Message = OfKey.extend({
  Message: z.base64().transform(text => Buffer.from(text, 'base64')),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
});
const Signed = Message.extend({ Signature: z.base64().transform(text => Buffer.from(text, 'base64')) });

/** The one algorithm of each key that signs: both take a SHA-256. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ECC_NIST_P256: 'ECDSA_SHA_256',
  RSA_3072: 'RSASSA_PKCS1_V1_5_SHA_256',
};
const DIGEST_BYTES = 32;

type Action = (body: unknown) => unknown;
type SigningKey = Omit<HostKey, 'privateKey'> & { readonly privateKey: KeyObject };

/** Answers the part of KMS that signs, in its JSON protocol (`X-Amz-Target: TrentService.Action`). */
export class Kms {
  readonly #keys: readonly HostKey[];
  readonly #place: Place;
  readonly #actions: Readonly<Record<string, Action>>;

  constructor({ keys, place }: { readonly keys: readonly HostKey[]; readonly place: Place }) {
    this.#keys = keys;
    this.#place = place;
    this.#actions = {
      ListKeys: () => ({
        Keys: this.#keys.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })),
        Truncated: false,
      }),
      DescribeKey: body => ({ KeyMetadata: this.#metadata(this.#keyOf(OfKey.parse(body).KeyId)) }),
      GetPublicKey: body => this.#publicKey(OfKey.parse(body).KeyId),
      Sign: body => this.#sign(Message.parse(body)),
      Verify: body => this.#verify(Signed.parse(body)),
    };
  }

  handle(action: string, body: unknown): { status: number; body: unknown } {
    try {
      const act = this.#actions[action];
      if (!act) throw errors.unsupported(action);
      return { status: 200, body: act(body) };
    } catch (thrown) {
      const error = errors.asKmsError(thrown);
      if (!error) throw thrown;
      return { status: 400, body: { __type: error.name, message: error.message } };
    }
  }

  /** By id or by ARN; the host has no aliases. */
  #keyOf(name: string): HostKey {
    const key = this.#keys.find(({ id, arn }) => name === id || name === arn);
    const { region, accountId } = this.#place;
    if (!key)
      throw errors.noSuchKey(
        name.startsWith('arn:') ? name : `arn:aws:kms:${region}:${accountId}:key/${name}`,
      );
    return key;
  }

  #signingKeyOf(name: string): SigningKey {
    const key = this.#keyOf(name);
    const { privateKey } = key;
    if (!privateKey) throw errors.wrongUsage(key.arn, key.usage);
    return { ...key, privateKey: privateKey() };
  }

  #metadata({ id, arn, description, createdAt, enabled, spec, usage, privateKey }: HostKey): object {
    return {
      AWSAccountId: this.#place.accountId,
      KeyId: id,
      Arn: arn,
      CreationDate: createdAt / 1000,
      Description: description,
      Enabled: enabled,
      KeyState: enabled ? 'Enabled' : 'Disabled',
      KeyManager: 'CUSTOMER',
      Origin: 'AWS_KMS',
      MultiRegion: false,
      KeySpec: spec,
      CustomerMasterKeySpec: spec,
      KeyUsage: usage,
      ...(privateKey
        ? { SigningAlgorithms: [ALGORITHMS[spec]] }
        : { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] }),
    };
  }

  #publicKey(name: string): object {
    const { arn, spec, usage, privateKey } = this.#signingKeyOf(name);
    return {
      KeyId: arn,
      PublicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
      KeySpec: spec,
      CustomerMasterKeySpec: spec,
      KeyUsage: usage,
      SigningAlgorithms: [ALGORITHMS[spec]],
    };
  }

  #sign(asked: z.output<typeof Message>): object {
    const { arn, privateKey } = this.#ableKey(asked);
    const { Message: bytes, MessageType, SigningAlgorithm } = asked;
    const signature =
      MessageType === 'DIGEST' ? signDigest(bytes, privateKey) : sign('sha256', bytes, privateKey);
    return { KeyId: arn, Signature: signature.toString('base64'), SigningAlgorithm };
  }

  #verify(asked: z.output<typeof Signed>): object {
    const { arn, privateKey } = this.#ableKey(asked);
    const { Message: bytes, MessageType, SigningAlgorithm, Signature } = asked;
    const key = createPublicKey(privateKey);
    const right =
      MessageType === 'DIGEST'
        ? isDigestSigned(bytes, key, Signature)
        : verify('sha256', bytes, key, Signature);
    if (right === undefined) throw errors.unsupported('Verify of a DIGEST by ECDSA');
    if (!right) throw errors.wrongSignature();
    return { KeyId: arn, SignatureValid: true, SigningAlgorithm };
  }

  #ableKey({ KeyId, Message: bytes, MessageType, SigningAlgorithm }: z.output<typeof Message>): SigningKey {
    const key = this.#signingKeyOf(KeyId);
    if (SigningAlgorithm !== ALGORITHMS[key.spec]) throw errors.wrongAlgorithm(SigningAlgorithm, key.spec);
    if (MessageType === 'DIGEST' && bytes.length !== DIGEST_BYTES) throw errors.wrongDigest();
    if (bytes.length === 0 || bytes.length > LONGEST) throw errors.wrongLength(LONGEST);
    return key;
  }
}
