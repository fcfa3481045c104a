import { createPublicKey, verify } from 'node:crypto';
import {
  ANCHORED_TREES,
  type AnchoredTree,
  type AnchorStatement,
  anchorStatement,
  type SignedAnchor,
} from '../../../schemas/anchor/statement.ts';
import { canonicalJson } from '../canonical-json.ts';
import { GENESIS } from '../ledger/chain.ts';
import { sha256Of } from '../sha256.ts';
import { rootOf } from './merkle-tree.ts';

/** The leaves of a day's trees. */
export type DayLeaves = Readonly<Record<AnchoredTree, readonly string[]>>;

/** The statement of a day, as it is signed: equal records give equal text. */
export function statementText(day: {
  readonly province: string;
  readonly day: string;
  /** The text of the statement of the day before; none on the first day. */
  readonly before: string | undefined;
  readonly leaves: DayLeaves;
}): string {
  const trees = Object.fromEntries(
    ANCHORED_TREES.map(name => [name, { size: day.leaves[name].length, root: rootOf(day.leaves[name]) }]),
  );
  return canonicalJson({
    format: 'motcua-anchor-1',
    province: day.province,
    day: day.day,
    previous: hashOfStatement(day.before),
    trees,
  });
}

/** By what the next day's statement names this one; zeros where there is none. */
export function hashOfStatement(text: string | undefined): string {
  return text === undefined ? GENESIS : sha256Of(text);
}

/** What a statement says; undefined where it is not one. */
export function readStatement(text: string): AnchorStatement | undefined {
  try {
    return anchorStatement.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether the key signed the statement. `publicKey` is the key that is trusted, not the one that comes with it. */
export function isSignedBy(publicKey: string, { statement, signature }: SignedAnchor): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.from(statement), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
