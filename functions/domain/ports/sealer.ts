import type { RevocationSource } from './revocation-source.ts';
import type { Signer } from './signing.ts';
import type { TimestampAuthority } from './timestamping.ts';

/** An agency's seal (con dấu điện tử), and the authorities that are asked when it is applied. */
export interface Sealer {
  readonly signer: Signer;
  /** With it seals have a trusted time; when it does not answer, nothing is sealed. */
  readonly timestamps: TimestampAuthority | undefined;
  readonly revocation: RevocationSource | undefined;
  /** The state's authority has not certified the key: the mark says that the seal is a demonstration. */
  readonly demonstration: boolean;
  /** Authorities that are trusted, as DER. */
  readonly authorities: readonly Uint8Array[];
}

/** The seals of the units. */
export interface Sealers {
  /** @param agency the name of the unit's agency, for a demonstration certificate. */
  of(unit: string, agency: string): Promise<Sealer>;
}
