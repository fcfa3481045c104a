import type { CheckedSignature } from '../../../schemas/signatures/report.ts';
import type { Cert } from './certificate.ts';
import type { Cms } from './cms.ts';
import { type RevocationData, revocationOf } from './revocation.ts';
import { certificateNamed } from './signing-certificate.ts';

/** What decides the level of a signature. */
export interface LevelFacts {
  readonly format: string;
  readonly cms: Cms | undefined;
  readonly trustedAt: number | undefined;
  readonly chain: readonly Cert[] | undefined;
  /** What the file itself keeps. */
  readonly kept: RevocationData;
  readonly now: number;
  /** A document timestamp that holds was set over it. */
  readonly archived: boolean;
}

/**
 * The baseline level of PAdES (ETSI EN 319 142-1): B names its certificate, T has a trusted time, LT keeps what is
 * needed to verify it later, LTA has that stamped too.
 */
export function levelOf(facts: LevelFacts): CheckedSignature['level'] {
  const { format, cms, trustedAt, chain, kept, now, archived } = facts;
  if (format !== 'ETSI.CAdES.detached' || !cms?.certificate || !cms.signed) return null;
  if (certificateNamed(cms.signed, cms.certificate) !== 'named') return null;
  if (trustedAt === undefined) return 'B';
  const complete =
    chain !== undefined && chain.length > 1 && revocationOf(chain, kept, trustedAt, now).status === 'good';
  if (!complete) return 'T';
  return archived ? 'LTA' : 'LT';
}
