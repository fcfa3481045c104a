import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import * as z from 'zod';
import type { Place } from '../host/place.ts';
import type { HostKey } from './keys.ts';
import * as errors from './kms-error.ts';

/** The longest message that KMS signs as it is. */
const LONGEST = 4096;

const OfKey = z.looseObject({ KeyId: z.string().min(1) });
const Message = OfKey.extend({
  Message: z.base64().transform(text => Buffer.from(text, 'base64')),
  MessageType: z.enum(['RAW', 'DIGEST']).default('RAW'),
  SigningAlgorithm: z.string(),
});
const Signed = Message.extend({ Signature: z.base64().transform(text => Buffer.from(text, 'base64')) });

const ALGORITHM = 'ECDSA_SHA_256';

type Action = (body: unknown) => unknown;
type SigningKey = HostKey & { readonly privateKey: KeyObject };

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
    return { ...key, privateKey };
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
      ...(privateKey ? { SigningAlgorithms: [ALGORITHM] } : { EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'] }),
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
      SigningAlgorithms: [ALGORITHM],
    };
  }

  #sign(asked: z.output<typeof Message>): object {
    const { arn, privateKey } = this.#ableKey(asked);
    const signature = sign('sha256', asked.Message, privateKey);
    return { KeyId: arn, Signature: signature.toString('base64'), SigningAlgorithm: ALGORITHM };
  }

  #verify(asked: z.output<typeof Signed>): object {
    const { arn, privateKey } = this.#ableKey(asked);
    if (!verify('sha256', asked.Message, createPublicKey(privateKey), asked.Signature))
      throw errors.wrongSignature();
    return { KeyId: arn, SignatureValid: true, SigningAlgorithm: ALGORITHM };
  }

  #ableKey({ KeyId, Message: bytes, MessageType, SigningAlgorithm }: z.output<typeof Message>): SigningKey {
    const key = this.#signingKeyOf(KeyId);
    if (SigningAlgorithm !== ALGORITHM) throw errors.wrongAlgorithm(SigningAlgorithm, key.spec);
    // Node signs no digest that was made elsewhere.
    if (MessageType === 'DIGEST') throw errors.unsupported('MessageType DIGEST');
    if (bytes.length === 0 || bytes.length > LONGEST) throw errors.wrongLength(LONGEST);
    return key;
  }
}
