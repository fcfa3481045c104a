/** A ledger that cannot be folded: an entry leads where the lifecycle does not. Never caused by a caller. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}
