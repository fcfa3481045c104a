import { digestOf } from '../canonical-json.ts';
import type { CaseEvent } from '../cases/case-kind.ts';

/** The hash before the first entry of a ledger. */
export const GENESIS = '0'.repeat(64);

/** Completes an entry with the hash of its canonical content, including the previous entry's hash. */
export function sealEvent<E extends CaseEvent>(entry: Omit<E, 'hash'>): E {
  // An entry is its content and its hash.
  return { ...entry, hash: digestOf(entry) } as E;
}

/** Where and how a ledger is broken. */
export interface ChainFault {
  readonly seq: number;
  readonly fault: 'gap' | 'wrongPrevious' | 'wrongHash';
}

/**
 * Checks a ledger, oldest entry first, from its beginning or from the first entry that is given: numbers without a gap,
 * each entry naming the hash before it, each hash right.
 */
export function verifyChain(events: readonly CaseEvent[], after = 0): ChainFault | undefined {
  let previous = after === 0 ? GENESIS : events[0]?.previous;
  for (const [index, event] of events.entries()) {
    const { hash, ...content } = event;
    if (event.seq !== after + index + 1) return { seq: event.seq, fault: 'gap' };
    if (event.previous !== previous) return { seq: event.seq, fault: 'wrongPrevious' };
    if (digestOf(content) !== hash) return { seq: event.seq, fault: 'wrongHash' };
    previous = hash;
  }
  return undefined;
}
