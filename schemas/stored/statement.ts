import * as z from 'zod';
import { instantText, sha256Hex } from '../instant.ts';
import { dong } from '../money/dong.ts';
import { transactionName, treasuryWay } from '../money/gateway.ts';

/** Something large, which is kept in parts by the digest of the whole. */
export const pack = z.strictObject({ digest: sha256Hex, parts: z.int().min(1) });
export type Pack = z.infer<typeof pack>;

/** A part: compressed canonical JSON (gzip, base64). */
export const storedPart = z.strictObject({ part: z.string() });

const sum = z.strictObject({ count: z.int().min(0), amount: dong });

/** What settling by a statement came to the first time; repeats are told the same. */
export const settlingOutcome = z.strictObject({ settled: sum, notMatched: sum });
export type SettlingOutcome = z.infer<typeof settlingOutcome>;

/** A statement of a bank or the treasury (sao kê, sổ phụ), by the digest of what it says. */
export const storedStatement = z.strictObject({
  digest: sha256Hex,
  account: z.string().max(50),
  from: z.iso.date(),
  to: z.iso.date(),
  format: z.enum(['csv', 'mt940', 'camt053']),
  name: z.string().max(200).nullable(),
  loadedAt: instantText,
  /** Account of the officer who loaded it. */
  by: z.string().max(100),
  credits: sum,
  debits: sum,
  /** Its credits, in an order of their own. */
  pack,
  outcome: settlingOutcome.optional(),
});
export type StoredStatement = z.infer<typeof storedStatement>;

/** A credit as it is kept; `line` is its place among those of the statement. */
export const storedCredits = z.array(
  z.strictObject({
    bookedOn: z.iso.date(),
    amount: dong,
    direction: z.literal('credit'),
    reference: z.string(),
    purpose: z.string(),
    line: z.int().min(1),
  }),
);

/** The statement of an account for a day: there is one. */
export const storedStatementDay = z.strictObject({ statement: sha256Hex });

/** A statement in the list of those loaded on a day. */
export const storedLoaded = z.strictObject({ statement: sha256Hex });

/** The payments that a credit settles, with the credits beside it: written once, so that no credit settles twice. */
export const storedCredit = z.strictObject({
  payments: z.array(z.strictObject({ gateway: treasuryWay, transaction: transactionName })).min(1),
});
export type StoredCredit = z.infer<typeof storedCredit>;
