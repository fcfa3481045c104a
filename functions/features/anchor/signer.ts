import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';

/** Signs statements with a key that nobody can read. */
export interface Signer {
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey(): Promise<string>;
  /** DER in base64. */
  sign(text: string): Promise<string>;
}

export function kmsSigner(kms: Pick<KMSClient, 'send'>, KeyId: string): Signer {
  const base64 = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64');
  return {
    async publicKey() {
      return base64((await kms.send(new GetPublicKeyCommand({ KeyId }))).PublicKey);
    },
    async sign(text) {
      const asked = {
        KeyId,
        Message: Buffer.from(text),
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
      } as const;
      return base64((await kms.send(new SignCommand(asked))).Signature);
    },
  };
}
