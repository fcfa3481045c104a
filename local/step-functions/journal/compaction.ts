import type { Engine } from '../engine.ts';
import type { Registry } from '../registry.ts';
import type { Journal } from './journal.ts';

/** About what an execution takes in the journal, from beginning to end. */
const TYPICAL_BYTES = 32 * 1024;
/** A part is given up when what must be kept of it is no more than this share. */
const SHARE_WORTH_MOVING = 0.5;

/**
 * Gives up the journal's oldest parts once few executions that began in them are still kept: those are written anew at the end first,
 * with every machine. A host killed anywhere in between finds each execution once, twice with equal content, or as moved.
 * `settle` must resolve when a checkpoint knows the journal up to its end.
 */
export async function compact(deps: {
  readonly journal: Journal;
  readonly registry: Registry;
  readonly engine: Engine;
  readonly settle: () => Promise<void>;
}): Promise<void> {
  const { journal, registry, engine, settle } = deps;
  for (let oldest = journal.oldestPart(); oldest; oldest = journal.oldestPart()) {
    const { end, size } = oldest;
    const kept = [...registry.executions.values()].filter(({ first }) => first >= 0 && first < end);
    if (kept.length * TYPICAL_BYTES > size * SHARE_WORTH_MOVING) return;
    await Promise.all(kept.map(execution => engine.moveToEnd(execution)));
    for (const record of [...registry.machines.values()].flat()) journal.append(JSON.stringify(record));
    await journal.committed();
    await settle();
    journal.dropOldestPart();
  }
}
