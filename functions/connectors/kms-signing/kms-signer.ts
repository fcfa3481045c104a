import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '../../domain/ports/signing.ts';
import { Cert } from '../../domain/signatures/certificate.ts';
import {
  demonstrationAuthority,
  demonstrationChain,
} from '../../domain/signatures/demonstration-certificate.ts';

/** What KMS calls the algorithms. PSS is not among them: programs that verify PDF do not all know it. */
const ALGORITHMS = {
  'rsa-pkcs1-sha256': 'RSASSA_PKCS1_V1_5_SHA_256',
  'ecdsa-p256-sha256': 'ECDSA_SHA_256',
} as const;
const OF_SPEC: Readonly<Record<string, Signer['algorithm']>> = {
  RSA_2048: 'rsa-pkcs1-sha256',
  RSA_3072: 'rsa-pkcs1-sha256',
  RSA_4096: 'rsa-pkcs1-sha256',
  ECC_NIST_P256: 'ecdsa-p256-sha256',
};

/** The key of the seals cannot be used as it is configured. */
export class SealKeyError extends Error {
  override readonly name = 'SealKeyError';
}

/** The key of the agencies' seals, in KMS. */
export interface SealKey {
  /**
   * A unit's seal.
   *
   * @param chain the certificates that the state's authority issued for it, as DER; none for a demonstration.
   */
  signerFor(agency: string, chain?: readonly Uint8Array[]): Promise<Signer>;
  /** The authority of demonstration seals. */
  demonstrationAuthority(): Promise<Uint8Array>;
}

/** Opens a key; its public half is asked for once. */
export async function openSealKey(kms: Pick<KMSClient, 'send'>, KeyId: string): Promise<SealKey> {
  const { PublicKey, KeySpec } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  const algorithm = OF_SPEC[KeySpec ?? ''];
  if (!PublicKey || !algorithm) throw new SealKeyError(`A key of the kind ${KeySpec} does not seal.`);
  const key = {
    algorithm,
    publicKey: PublicKey,
    async sign(digest: Uint8Array) {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId,
          Message: digest,
          MessageType: 'DIGEST',
          SigningAlgorithm: ALGORITHMS[algorithm],
        }),
      );
      if (!Signature) throw new SealKeyError('KMS answered without a signature.');
      return Signature;
    },
  };
  return {
    async signerFor(agency, chain) {
      if (chain) demandOwn(chain, PublicKey);
      return { algorithm, sign: key.sign, chain: chain ?? (await demonstrationChain(key, agency)) };
    },
    demonstrationAuthority: () => demonstrationAuthority(key),
  };
}

function demandOwn(chain: readonly Uint8Array[], publicKey: Uint8Array): void {
  const own = chain[0] && Cert.read(chain[0]);
  if (!own?.publicKey.whole.equals(publicKey))
    throw new SealKeyError('The first certificate of the chain is not of the key of the seals.');
}
