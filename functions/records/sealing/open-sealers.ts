import { KMSClient } from '@aws-sdk/client-kms';
import type { SignatureSettings } from '../../../schemas/signatures/settings.ts';
import type { RevocationSource } from '../../domain/ports/revocation-source.ts';
import type { Sealers } from '../../domain/ports/sealer.ts';
import type { Signer } from '../../domain/ports/signing.ts';
import type { TimestampAuthority } from '../../domain/ports/timestamping.ts';

/** What seals are made with, as the wiring names it: the key in KMS, the authorities of time and of revocation. */
export interface SealConnectors {
  openSealKey(
    kms: KMSClient,
    keyId: string,
  ): Promise<{ signerFor(agency: string, chain?: readonly Uint8Array[]): Promise<Signer> }>;
  httpTimestampAuthority(how: {
    readonly url: string;
    readonly authorities: readonly Uint8Array[];
  }): TimestampAuthority;
  httpRevocationSource(how: {
    readonly trustedHosts: readonly string[];
    readonly now: () => number;
  }): RevocationSource;
}

/**
 * The seals of all units: one key, with the certificates that the state's authority issued for each unit, or those of a
 * demonstration where there are none.
 */
export async function openSealers(
  connectors: SealConnectors,
  keyId: string,
  settings: SignatureSettings,
  now: () => number,
): Promise<Sealers> {
  const authorities = settings.authorities.map(fromBase64);
  const { timestampUrl: url, trustedHosts } = settings;
  const timestamps = url === undefined ? undefined : connectors.httpTimestampAuthority({ url, authorities });
  const key = await connectors.openSealKey(new KMSClient({}), keyId);
  return {
    async of(unit, agency) {
      const chain = settings.seals.find(each => each.unit === unit)?.chain.map(fromBase64);
      return {
        signer: await key.signerFor(agency, chain),
        demonstration: chain === undefined,
        timestamps,
        // Nobody lists the certificates of a demonstration.
        revocation: chain && connectors.httpRevocationSource({ trustedHosts, now }),
        authorities,
      };
    },
  };
}

const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');
