import { canonicalJson, digestOf } from '../../canonical-json.ts';
import type { Statement, StatementLine } from './statement.ts';

/** What an entry says, wherever it stands in its file. */
const contentOf = ({ bookedOn, amount, direction, reference, purpose }: StatementLine) => ({
  bookedOn,
  amount,
  direction,
  reference,
  purpose,
});

/**
 * SHA-256 of the account, the period and the entries, in no order: a file that is loaded again has the digest that it
 * had, also in other columns or with its rows in another order.
 */
export function statementDigest({ account, from, to, credits, debits }: Statement): string {
  const lines = [...credits, ...debits].map(line => canonicalJson(contentOf(line))).toSorted();
  return digestOf({ account, from, to, lines });
}

type Compared = Pick<Statement, 'account' | 'from' | 'to'> & { readonly digest: string };

/**
 * How a file stands to one that was loaded before. `same`: the same entries; `sameDays`: others of the account for a
 * day that both are of, so that somebody must say which counts; `apart`: they have nothing to do with one another.
 */
export function besideEarlier(loaded: Compared, earlier: Compared): 'same' | 'sameDays' | 'apart' {
  if (loaded.digest === earlier.digest) return 'same';
  const share = loaded.from <= earlier.to && earlier.from <= loaded.to;
  return loaded.account === earlier.account && share ? 'sameDays' : 'apart';
}
