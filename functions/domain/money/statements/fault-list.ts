import type { Words } from '../../../../schemas/words.ts';
import type { Place, StatementFault } from './statement.ts';

/** Most faults that are told of one file: whoever repairs it needs no more at once. */
const MOST_FAULTS = 100;

/** The faults of a file as they are found. */
export interface FaultList {
  add(place: Place, message: Words): void;
  /** Those found, in the order of the file. */
  found(): readonly StatementFault[];
  /** Whether looking on would tell nobody anything. */
  full(): boolean;
}

export function faultList(): FaultList {
  const faults: StatementFault[] = [];
  return {
    add({ line, column }, message) {
      if (faults.length < MOST_FAULTS) faults.push({ line, column, message });
    },
    found: () => faults.toSorted((a, b) => a.line - b.line || a.column - b.column),
    full: () => faults.length >= MOST_FAULTS,
  };
}
