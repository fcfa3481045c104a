import * as z from 'zod';
import { sha256Hex } from '../instant.ts';

/** A day's Merkle tree by its root (RFC 9162), and how many leaves it has. */
const tree = z.strictObject({ size: z.int().min(0), root: sha256Hex });

/** The trees of a day: of the dossiers' ledgers, of the audit log, of the register of results. */
export const ANCHORED_TREES = ['ledgers', 'reads', 'results'] as const;
export type AnchoredTree = (typeof ANCHORED_TREES)[number];

/**
 * What is signed of a day (neo dữ liệu trong ngày). It names the statement of the day before,
 * so that no day can be left out.
 */
export const anchorStatement = z.strictObject({
  format: z.literal('motcua-anchor-1'),
  /** The province, by its level-1 agency code. */
  province: z.string(),
  /** In Vietnam. */
  day: z.iso.date(),
  /** SHA-256 of the text of the statement of the day before; zeros on the first day of all. */
  previous: sha256Hex,
  trees: z.strictObject({ ledgers: tree, reads: tree, results: tree }),
});
export type AnchorStatement = z.infer<typeof anchorStatement>;

/** A signed statement as stored. */
export const signedAnchor = z.strictObject({
  /** The statement as it was signed, to the letter: its canonical JSON (RFC 8785). */
  statement: z.string(),
  algorithm: z.literal('ECDSA_SHA_256'),
  /** The signature over the statement's UTF-8 bytes, DER in base64. */
  signature: z.base64(),
  /** The public key on P-256, SubjectPublicKeyInfo (DER) in base64. */
  publicKey: z.base64(),
});
export type SignedAnchor = z.infer<typeof signedAnchor>;
