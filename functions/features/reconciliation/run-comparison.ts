import type { StoredProgress } from '../../../schemas/stored/reconciliation.ts';
import { addDays, dateOf, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { RunningExecutions } from '../../records/executions/running-executions.ts';
import { CHANGED_SHARDS } from '../../records/keys/reconciliation-keys.ts';
import type { ReconciliationStore } from '../../records/reconciliation/reconciliation-store.ts';
import { type CompareDeps, compareDossier, type Found } from './compare-dossier.ts';
import { compareExecution } from './compare-executions.ts';

export interface ComparisonDeps extends CompareDeps {
  readonly store: ReconciliationStore;
  readonly running: RunningExecutions;
  readonly nearlyOver: () => boolean;
}

/** Dossiers compared between two records of the progress. */
const SLICE = 25;

/** The outcome of a run. */
export interface ComparisonReport {
  readonly looked: number;
  readonly found: readonly Found[];
  /** Whether every past day has been compared. */
  readonly done: boolean;
}

/**
 * Continues the comparison where the previous run stopped: every past day, the dossiers that changed on it, then the
 * running executions. It stops when time is nearly over, or when another run has overtaken it.
 */
export async function runComparison(deps: ComparisonDeps): Promise<ComparisonReport> {
  const { store } = deps;
  const found: Found[] = [];
  let looked = 0;
  let before = await store.progress();
  while (!deps.nearlyOver()) {
    const at = before && before.stage !== 'done' ? before : nextDay(before, dateOf(deps.now()));
    if (!at) return { looked, found, done: true };
    const slice = at.stage === 'dossiers' ? await dossiersOf(deps, at) : await executionsOf(deps, at);
    for (const one of slice.found) await store.keep({ ...one, day: at.day, foundAt: toRfc3339(deps.now()) });
    found.push(...slice.found);
    looked += slice.looked;
    const after: StoredProgress = {
      ...at,
      ...slice.next,
      looked: at.looked + slice.looked,
      found: at.found + slice.found.length,
      version: (before?.version ?? 0) + 1,
    };
    if ((await store.advance(before, after)) === 'overtaken') return { looked, found, done: false };
    before = after;
  }
  return { looked, found, done: false };
}

/** The day to start with: the one after the last compared day, if it is over. The very first is yesterday. */
function nextDay(before: StoredProgress | undefined, today: string): StoredProgress | undefined {
  const day = before ? addDays(before.day, 1) : addDays(today, -1);
  if (day >= today) return undefined;
  const version = before?.version ?? 1;
  return { day, stage: 'dossiers', shard: 0, after: null, looked: 0, found: 0, version };
}

interface Slice {
  readonly looked: number;
  readonly found: readonly Found[];
  readonly next: Pick<StoredProgress, 'stage' | 'shard' | 'after'>;
}

async function dossiersOf(deps: ComparisonDeps, { day, shard, after }: StoredProgress): Promise<Slice> {
  const codes = await deps.store.changed(day, shard, after, SLICE);
  const found = (await Promise.all(codes.map(code => compareDossier(deps, code)))).flat();
  const last = codes.at(-1);
  const next = (): Slice['next'] => {
    if (last !== undefined && codes.length === SLICE) return { stage: 'dossiers', shard, after: last };
    if (shard + 1 < CHANGED_SHARDS) return { stage: 'dossiers', shard: shard + 1, after: null };
    return { stage: 'executions', shard: 0, after: null };
  };
  return { looked: codes.length, found, next: next() };
}

async function executionsOf(deps: ComparisonDeps, { after }: StoredProgress): Promise<Slice> {
  const { names, next } = await deps.running(after);
  const found: Found[] = [];
  for (const name of names) {
    const orphan = await compareExecution(deps, name);
    if (orphan) found.push(orphan);
  }
  return {
    looked: names.length,
    found,
    next:
      next === null
        ? { stage: 'done', shard: 0, after: null }
        : { stage: 'executions', shard: 0, after: next },
  };
}
