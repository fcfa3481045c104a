import * as z from 'zod';
import { instantText } from '../instant.ts';

/** What was found of a signature or a file, in words for people (law/signature-verdicts.json). */
export const signatureReason = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  vi: z.string(),
  en: z.string(),
});
export type SignatureReason = z.infer<typeof signatureReason>;

/**
 * valid: everything that was asked of it holds; invalid: something is proven to be wrong; indeterminate: it cannot be
 * said, because something is missing, unknown, or not judged here.
 */
export const signatureVerdict = z.enum(['valid', 'invalid', 'indeterminate']);
export type SignatureVerdict = z.infer<typeof signatureVerdict>;

/** One signature or document timestamp of a file. */
export const checkedSignature = z.object({
  /** Full name of its form field. */
  field: z.string(),
  kind: z.enum(['signature', 'timestamp']),
  /** How it is encoded, by its SubFilter: `ETSI.CAdES.detached`, `adbe.pkcs7.detached`, `ETSI.RFC3161`. */
  format: z.string(),
  /** Baseline level of PAdES (ETSI EN 319 142-1) that it reaches; null if it is not of the baseline. */
  level: z.enum(['B', 'T', 'LT', 'LTA']).nullable(),
  /** From the certificate; null if there is none that can be read. */
  signer: z.object({ name: z.string(), organization: z.string().nullable() }).nullable(),
  /** Who issued the certificate (tổ chức chứng thực chữ ký số). */
  issuer: z.string().nullable(),
  /** In hexadecimal digits. */
  serialNumber: z.string().nullable(),
  /** SHA-256 of the certificate. */
  certificate: z.string().nullable(),
  /** When it says that it was signed. */
  claimedAt: instantText.nullable(),
  /** When a timestamp authority saw it. */
  trustedAt: instantText.nullable(),
  verdict: signatureVerdict,
  reasons: z.array(signatureReason),
  /** file: all of the file; revision: the file as it was when this was signed, of which `changes` tells the rest. */
  covers: z.enum(['file', 'revision', 'part']),
  /** What was filled, in its own revision, of the fields planned for it. */
  filled: z.array(z.object({ field: z.string(), value: z.string() })),
});
export type CheckedSignature = z.infer<typeof checkedSignature>;

/** What the signatures of a PDF file are worth. */
export const signatureReport = z.object({
  /** unreadable: no PDF, cut off, or such that programs would disagree on what it shows. */
  state: z.enum(['signed', 'unsigned', 'unreadable', 'encrypted']),
  /** That of the worst signature; `unsigned` if there is none. */
  verdict: z.enum([...signatureVerdict.options, 'unsigned']),
  reasons: z.array(signatureReason),
  checkedAt: instantText,
  /** In the order in which they were made. */
  signatures: z.array(checkedSignature),
});
export type SignatureReport = z.infer<typeof signatureReport>;
