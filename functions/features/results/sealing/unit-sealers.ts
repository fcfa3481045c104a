import type { SignatureSettings } from '../../../../schemas/signatures/settings.ts';
import type { RevocationSource } from '../../../domain/ports/revocation-source.ts';
import type { Sealers } from '../../../domain/ports/sealer.ts';
import type { Signer } from '../../../domain/ports/signing.ts';
import type { TimestampAuthority } from '../../../domain/ports/timestamping.ts';

/** The adapters of the seals: the key, and the authorities of time and revocation. */
export interface SealAdapters {
  readonly signerFor: (agency: string, chain?: readonly Uint8Array[]) => Promise<Signer>;
  readonly timestamps: (url: string, authorities: readonly Uint8Array[]) => TimestampAuthority;
  readonly revocation: (trustedHosts: readonly string[]) => RevocationSource;
}

/**
 * The seals of all units: one key, with the certificates that the state's authority issued for each unit, or those of a
 * demonstration where there are none.
 */
export function unitSealers(settings: SignatureSettings, adapters: SealAdapters): Sealers {
  const authorities = settings.authorities.map(fromBase64);
  const { timestampUrl } = settings;
  const timestamps = timestampUrl === undefined ? undefined : adapters.timestamps(timestampUrl, authorities);
  return {
    async of(unit, agency) {
      const chain = settings.seals.find(each => each.unit === unit)?.chain.map(fromBase64);
      return {
        signer: await adapters.signerFor(agency, chain),
        demonstration: chain === undefined,
        timestamps,
        // Nobody lists the certificates of a demonstration.
        revocation: chain && adapters.revocation(settings.trustedHosts),
        authorities,
      };
    },
  };
}

const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');
