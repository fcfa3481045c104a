import type { RecordedCall } from './recorder.ts';

/** A request of a recorded dossier, ready to be sent for another dossier. */
export interface ScriptStep {
  readonly action: string;
  readonly status: number;
  /** The body in pieces: between each two belongs the suffix that makes the dossier another one. */
  readonly pieces: readonly string[];
}

/** Stands for the place of a suffix while a body is text; no body holds it. */
const MARK = '\u0000';

/**
 * Makes a script of what one dossier asked of the table. Every partition that the dossier wrote gets a suffix of its own each time,
 * counters of numbers among them, so that the conditions hold again as they held for the first dossier of a unit; what it only read
 * (procedure, units, working time) stays. A client token of a transaction is another one each time too: the same one would be
 * answered without being done.
 */
export function scriptOf(calls: readonly RecordedCall[]): ScriptStep[] {
  const own = ownPartitions(calls);
  return calls.map(({ action, status, body }, index) => {
    const text = JSON.stringify(body, (key, value) => {
      if (key === 'ClientRequestToken') return `t${index}${MARK}`;
      return typeof value === 'string' && own.has(value) ? value + MARK : value;
    });
    return { action, status, pieces: text.split(JSON.stringify(MARK).slice(1, -1)) };
  });
}

/** Partition keys of all items that were written. */
export function ownPartitions(calls: readonly Pick<RecordedCall, 'action' | 'body'>[]): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { action, body } of calls) {
    if (!/Put|Update|Delete|Write/.test(action)) continue;
    for (const key of partitionKeys(body)) own.add(key);
  }
  return own;
}

/** Every `pk` of a string type, wherever it stands. */
function partitionKeys(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const text =
      name === 'pk' && typeof member === 'object' && member !== null ? Reflect.get(member, 'S') : undefined;
    return typeof text === 'string' ? [text] : partitionKeys(member);
  });
}
