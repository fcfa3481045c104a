import type { CheckedSignature } from '../../../schemas/signatures/report.ts';
import { toRfc3339 } from '../vietnam-time.ts';
import type { Cert } from './certificate.ts';
import { ATTRIBUTE, faultsOfCms } from './cms.ts';
import { revocationInCms } from './embedded-revocation.ts';
import type { FoundSignature } from './found-signature.ts';
import { levelOf } from './level.ts';
import { reasonsOf, verdictOf } from './reasons.ts';
import { checkTimestamp, imprintOfParts } from './timestamp.ts';
import { judgeCertificate } from './trust.ts';
import type { ValidationData } from './validation-data.ts';

export interface Judging {
  readonly authorities: readonly Cert[];
  readonly known: readonly Cert[];
  readonly kept: ValidationData;
  readonly given: {
    readonly crls: readonly Uint8Array[];
    readonly ocsps: readonly Uint8Array[];
    readonly demanded: boolean;
  };
  readonly now: number;
  /** Times of the document timestamps that hold, each with the end of what it covers. */
  readonly stamps: readonly { readonly at: number; readonly end: number }[];
}

/** The verdict on a signature. */
export function judgeSignature(found: FoundSignature, judging: Judging): CheckedSignature {
  const { cms, coverage, faults } = found;
  const codes = [...faults];
  if (cms && coverage && !faults.includes('content-embedded'))
    codes.push(...faultsOfCms(cms, coverage.parts));
  const stamp = timestampOf(found, judging);
  if (stamp === 'unusable') codes.push('timestamp-not-used');
  const later = judging.stamps.filter(({ end }) => end > (coverage?.end ?? Number.POSITIVE_INFINITY));
  const times = [...(typeof stamp === 'number' ? [stamp] : []), ...later.map(({ at }) => at)];
  const trustedAt = times.length > 0 ? Math.min(...times) : undefined;
  const embedded = cms ? revocationInCms(cms) : { crls: [], ocsps: [] };
  const judged =
    cms?.certificate &&
    judgeCertificate(cms.certificate, {
      known: [...cms.certificates, ...judging.known],
      authorities: judging.authorities,
      revocation: {
        crls: [...embedded.crls, ...judging.kept.crls, ...judging.given.crls],
        ocsps: [...embedded.ocsps, ...judging.kept.ocsps, ...judging.given.ocsps],
      },
      revocationDemanded: judging.given.demanded,
      claimedAt: found.claimedAt,
      trustedAt,
      now: judging.now,
    });
  codes.push(...(judged?.codes ?? []));
  const level = levelOf({
    format: found.format,
    cms,
    trustedAt,
    chain: judged?.chain,
    kept: judging.kept,
    now: judging.now,
    archived: later.length > 0,
  });
  return reportOf(found, { codes, certificate: cms?.certificate, trustedAt, level });
}

/** The instant of the timestamp in the signature; undefined if it has none. */
function timestampOf(
  { cms }: FoundSignature,
  { known, authorities }: Judging,
): number | 'unusable' | undefined {
  const token = cms?.unsigned.get(ATTRIBUTE.timestamp);
  if (!cms || !token) return undefined;
  const checked = checkTimestamp(token.whole, imprintOfParts([cms.signature]), {
    known: [...cms.certificates, ...known],
    authorities,
  });
  return checked.at !== undefined && checked.faults.length === 0 ? checked.at : 'unusable';
}

/** The verdict on a document timestamp. */
export function judgeTimestamp(
  found: FoundSignature,
  { authorities, known, now }: Judging,
): CheckedSignature {
  const { coverage } = found;
  const codes = [...found.faults];
  const checked =
    coverage &&
    checkTimestamp(coverage.contents.bytes, imprintOfParts(coverage.parts), { known, authorities });
  codes.push(...(checked?.faults ?? []));
  if (checked?.at !== undefined && checked.at > now) codes.push('time-in-future');
  const trustedAt = codes.length === 0 ? checked?.at : undefined;
  return reportOf(found, { codes, certificate: checked?.authority, trustedAt, level: null });
}

function reportOf(
  { field, kind, format, covers, filled, claimedAt }: FoundSignature,
  judged: {
    readonly codes: readonly string[];
    readonly certificate: Cert | undefined;
    readonly trustedAt: number | undefined;
    readonly level: CheckedSignature['level'];
  },
): CheckedSignature {
  const { codes, certificate, trustedAt, level } = judged;
  return {
    field,
    kind,
    format,
    level,
    signer: certificate ? { name: certificate.subjectName, organization: certificate.organization } : null,
    issuer: certificate?.issuerName ?? null,
    serialNumber: certificate?.serialNumber ?? null,
    certificate: certificate?.sha256 ?? null,
    claimedAt: written(claimedAt),
    trustedAt: written(trustedAt),
    verdict: verdictOf(codes),
    reasons: reasonsOf(codes),
    covers,
    filled: [...filled],
  };
}

/** Dates of PDF and CMS may be years that no calendar here has. */
const EARLIEST = Date.UTC(1950, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const written = (at: number | undefined): string | null =>
  at !== undefined && at > EARLIEST && at < LATEST ? toRfc3339(at) : null;
