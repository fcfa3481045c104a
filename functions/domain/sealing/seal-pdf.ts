import { createHash } from 'node:crypto';
import type { SignatureReport } from '../../../schemas/signatures/report.ts';
import { PdfError } from '../pdf/values.ts';
import type { Draw } from '../ports/drawing.ts';
import type { RevocationSource } from '../ports/revocation-source.ts';
import type { Signer } from '../ports/signing.ts';
import type { TimestampAuthority } from '../ports/timestamping.ts';
import { verifySignatures } from '../signatures/verify-signatures.ts';
import { writeCms } from '../signatures/write-cms.ts';
import type { Instant } from '../vietnam-time.ts';
import { keepValidationData } from './keep-validation-data.ts';
import { type PreparedSeal, prepareSeal, type SealOptions } from './prepare-seal.ts';
import { SealRefusal } from './refusal.ts';

export interface SealDeps {
  readonly signer: Signer;
  /** With it the seal has a trusted time (B-T), or there is none. */
  readonly timestamps?: TimestampAuthority | undefined;
  /** With it the file keeps what is needed to verify it later (B-LT). */
  readonly revocation?: RevocationSource | undefined;
  /** Draws the mark and what is filled. */
  readonly draw: Draw;
  /** Authorities that are trusted, of signers and of timestamps, as DER. */
  readonly authorities: readonly Uint8Array[];
  readonly now: () => Instant;
}

/**
 * Applies the agency's seal to a PDF as a signature of PAdES, in an update of its own, so that what was signed before
 * stays signed. The result is verified before it is given back.
 *
 * @throws SealRefusal
 */
export async function sealPdf(deps: SealDeps, pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  const now = deps.now();
  const root = deps.signer.chain.at(-1);
  const checking = {
    authorities: [...deps.authorities, ...(root ? [root] : [])],
    at: now,
    fillable: Object.keys(options.fill ?? {}),
  };
  const before = await verifySignatures(pdf, checking);
  if (before.verdict === 'invalid' || before.state === 'encrypted' || before.state === 'unreadable')
    throw new SealRefusal('file-unusable', reasonsOf(before));
  const sealed = await signed(deps, pdf, options, now);
  const kept = deps.revocation
    ? await keepValidationData(sealed, deps.signer.chain, deps.revocation)
    : sealed;
  demandSound(before, await verifySignatures(kept, checking), options.field);
  return kept;
}

async function signed(deps: SealDeps, pdf: Uint8Array, options: SealOptions, now: Instant): Promise<Buffer> {
  try {
    const reserved = roomFor(deps);
    const prepared = await prepareSeal(pdf, { ...options, at: now, room: reserved, draw: deps.draw });
    const cms = await writeCms(digestOf(prepared), deps.signer, stampBy(deps.timestamps));
    if (cms.length > reserved)
      throw new SealRefusal('not-verified', `the signature needs ${cms.length} bytes`);
    prepared.bytes.write(cms.toString('hex'), prepared.contents.start + 1, 'latin1');
    return prepared.bytes;
  } catch (error) {
    if (error instanceof PdfError) throw new SealRefusal('file-unusable', error.message);
    throw error;
  }
}

/** Bytes for a signature: its certificates, its attributes, and a token with certificates of its own. */
const roomFor = ({ signer, timestamps }: SealDeps): number =>
  signer.chain.reduce((sum, { length }) => sum + length, 2048) + (timestamps ? 16_384 : 0);

function digestOf({ bytes, contents }: PreparedSeal): Buffer {
  return createHash('sha256')
    .update(bytes.subarray(0, contents.start))
    .update(bytes.subarray(contents.end))
    .digest();
}

function stampBy(authority: TimestampAuthority | undefined) {
  if (!authority) return undefined;
  return async (digest: Uint8Array) => {
    const outcome = await authority.stamp(digest);
    if (outcome.stamped) return outcome.token;
    throw new SealRefusal('no-timestamp', `${outcome.reason}: ${outcome.detail}`);
  };
}

/** The seal holds, and no earlier signature is worse than it was. */
function demandSound(before: SignatureReport, after: SignatureReport, field: string): void {
  const seal = after.signatures.find(one => one.field === field);
  if (seal?.verdict !== 'valid')
    throw new SealRefusal('not-verified', seal?.reasons.map(({ code }) => code).join(' ') ?? after.state);
  for (const earlier of before.signatures) {
    const now = after.signatures.find(one => one.field === earlier.field);
    if (now?.verdict !== earlier.verdict)
      // It allows no further signature: no other attempt ends otherwise.
      throw new SealRefusal('file-unusable', `${earlier.field} became ${now?.verdict}`);
  }
}

const reasonsOf = (report: SignatureReport): string =>
  [...report.reasons, ...report.signatures.flatMap(({ reasons }) => reasons)]
    .map(({ code }) => code)
    .join(' ');
