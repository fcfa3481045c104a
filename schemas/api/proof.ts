import * as z from 'zod';
import { signedAnchor } from '../anchor/statement.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { sha256Hex } from '../instant.ts';

/** What proves to a stranger that a dossier's ledger was what it is on a day (bằng chứng neo dữ liệu). */
export const dossierProof = signedAnchor
  .extend({
    dossier: dossierCode,
    /** The day, in Vietnam, at whose end the ledger had the entry that the leaf names. */
    day: z.iso.date(),
    /** The leaf to the letter: `ledger CODE SEQ HASH`. */
    leaf: z.string(),
    /** Its place in the tree `ledgers` of the statement, from 0. */
    index: z.int().min(0),
    size: z.int().min(1),
    /** The hashes beside the leaf's way to the root, from the leaf upwards. */
    path: z.array(sha256Hex),
  })
  .meta({
    id: 'DossierProof',
    description: 'That a dossier’s ledger is in a signed tree (RFC 9162); tools/check-proof.mjs checks it',
  });
