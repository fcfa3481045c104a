import type { CheckedSignature, SignatureReport } from '../../../schemas/signatures/report.ts';
import { PdfFile } from '../pdf/document.ts';
import { type Instant, toRfc3339 } from '../vietnam-time.ts';
import { readCertificates } from './chain.ts';
import { type FoundSignature, findSignature } from './found-signature.ts';
import { type Judging, judgeSignature, judgeTimestamp } from './judge-signature.ts';
import { reason, reasonsOf } from './reasons.ts';
import { Revisions } from './revisions.ts';
import { signedFields } from './signed-fields.ts';
import { validationDataOf } from './validation-data.ts';

export interface VerifyOptions {
  /** Certificates that are trusted, as DER: those of signers' authorities and of timestamp authorities. */
  readonly authorities: readonly Uint8Array[];
  readonly at: Instant;
  /** Full names of the form fields that were planned for the registry clerk: they may be filled with a later seal. */
  readonly fillable?: readonly string[];
  /** Lists and answers about revocation beside those in the file. */
  readonly revocation?: {
    readonly crls?: readonly Uint8Array[];
    readonly ocsps?: readonly Uint8Array[];
    /** Without an answer to it no signature is valid. */
    readonly demanded?: boolean;
  };
}

const MOST_SIGNATURES = 64;

/**
 * Verifies every signature of a PDF file: that it is intact and covers a whole revision, that nothing but what is
 * allowed was changed later, and that its certificate led to an authority and held when it signed. Whatever the bytes
 * are, it answers.
 */
export async function verifySignatures(pdf: Uint8Array, options: VerifyOptions): Promise<SignatureReport> {
  const checkedAt = toRfc3339(options.at);
  const without = (state: SignatureReport['state'], code: string): SignatureReport => ({
    state,
    verdict: state === 'unsigned' ? 'unsigned' : 'indeterminate',
    reasons: [reason(code)],
    checkedAt,
    signatures: [],
  });
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  try {
    const file = new PdfFile(bytes);
    const view = file.revision(0);
    if (view.trailer.has('Encrypt')) return without('encrypted', 'file-encrypted');
    const signed = signedFields(view);
    if (signed.length > MOST_SIGNATURES) return without('unreadable', 'too-many-signatures');
    if (signed.length === 0) return without('unsigned', 'no-signatures');
    const signatures = judgeAll(file, options);
    const reasons = reasonsOf([]);
    return { state: 'signed', verdict: worstOf(signatures), reasons, checkedAt, signatures };
  } catch {
    return mayBeSigned(bytes)
      ? without('unreadable', 'file-unreadable')
      : without('unsigned', 'no-signatures');
  }
}

function judgeAll(
  file: PdfFile,
  { authorities, at, fillable = [], revocation = {} }: VerifyOptions,
): CheckedSignature[] {
  const view = file.revision(0);
  const revisions = new Revisions(file, fillable);
  const signed = signedFields(view);
  const timestamps = new Set(signed.filter(({ kind }) => kind === 'timestamp').map(({ field }) => field));
  const found = signed
    .map(one => findSignature(one, { file, view, revisions, timestamps }))
    .sort((a, b) => endOf(a) - endOf(b));
  const kept = validationDataOf(view);
  const { crls = [], ocsps = [], demanded = false } = revocation;
  const judging: Judging = {
    authorities: readCertificates(authorities),
    known: readCertificates(kept.certificates),
    kept,
    given: { crls, ocsps, demanded },
    now: at,
    stamps: [],
  };
  const stamped = new Map(
    found.filter(({ kind }) => kind === 'timestamp').map(one => [one, judgeTimestamp(one, judging)] as const),
  );
  const stamps = [...stamped].flatMap(([one, { trustedAt }]) =>
    trustedAt === null ? [] : [{ at: Date.parse(trustedAt), end: endOf(one) }],
  );
  return found.map(one => stamped.get(one) ?? judgeSignature(one, { ...judging, stamps }));
}

const endOf = ({ coverage }: FoundSignature): number => coverage?.end ?? 0;

const worstOf = (signatures: readonly CheckedSignature[]): SignatureReport['verdict'] =>
  (['invalid', 'indeterminate'] as const).find(verdict => signatures.some(one => one.verdict === verdict)) ??
  'valid';

/**
 * Whether a file that cannot be read might hold a signature: its byte range stands in the file as it is, since it is
 * filled in when everything else is written. Names may be written in digits.
 */
function mayBeSigned(bytes: Buffer): boolean {
  return bytes.includes('/ByteRange') || /\/[A-Za-z]*#[0-9a-f]{2}/i.test(bytes.toString('latin1'));
}
