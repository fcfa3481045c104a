import { audits, type Evidence } from './audits.ts';
import type { Snapshot } from './snapshot.ts';

/** Something that is not as it should be. */
export interface Finding {
  /** The sentence that does not hold. */
  readonly audit: string;
  readonly what: string;
}

/** All that the audits find in a snapshot. */
export function findings(snapshot: Snapshot, evidence: Evidence): Finding[] {
  return Object.entries(audits).flatMap(([audit, look]) =>
    look(snapshot, evidence).map(what => ({ audit, what })),
  );
}
