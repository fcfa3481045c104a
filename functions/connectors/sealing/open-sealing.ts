import { KMSClient } from '@aws-sdk/client-kms';
import type { SignatureSettings } from '../../../schemas/signatures/settings.ts';
import type { Sealer, Sealers } from '../../domain/ports/sealer.ts';
import { openSealKey } from '../kms-signing/kms-signer.ts';
import { httpRevocationSource } from '../revocation/http-revocation-source.ts';
import { httpTimestampAuthority } from '../timestamping/timestamp-authority.ts';

/**
 * The seals of all units: one key in KMS, with the certificates that the state's authority issued for each unit, or
 * demonstration certificates where there are none, and the authorities of time and revocation that are configured.
 */
export async function openSealing(
  keyId: string,
  settings: SignatureSettings,
  now: () => number,
): Promise<Sealers> {
  const key = await openSealKey(new KMSClient({}), keyId);
  const authorities = settings.authorities.map(fromBase64);
  const timestamps =
    settings.timestampUrl === undefined
      ? undefined
      : httpTimestampAuthority({ url: settings.timestampUrl, authorities });
  return {
    async of(unit, agency): Promise<Sealer> {
      const chain = settings.seals.find(each => each.unit === unit)?.chain.map(fromBase64);
      return {
        signer: await key.signerFor(agency, chain),
        timestamps,
        // Nobody lists the demonstration's certificates.
        revocation: chain && httpRevocationSource({ trustedHosts: settings.trustedHosts, now }),
        authorities,
      };
    },
  };
}

const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');
