/**
 * A ledger that cannot be folded: an entry makes a transition that the lifecycle does not allow. Never caused by a
 * caller.
 */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}
