import type { StoredProgress } from '../../../schemas/stored/reconciliation.ts';
import { addDays, dateOf, parseDate, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { RunningExecutions } from '../../records/executions/running-executions.ts';
import { CHANGED_SHARDS } from '../../records/keys/reconciliation-keys.ts';
import type { DossierWalk } from '../../records/projections/dossier-walk.ts';
import type { ReconciliationStore } from '../../records/reconciliation/reconciliation-store.ts';
import { type CompareDeps, compareDossier, type Found } from './compare-dossier.ts';
import { compareExecution } from './compare-executions.ts';

export interface ComparisonDeps extends CompareDeps, DossierWalk {
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
 * running executions, then a share of all other dossiers. It stops when time is nearly over, or when another run has
 * overtaken it.
 */
export async function runComparison(deps: ComparisonDeps): Promise<ComparisonReport> {
  const { store } = deps;
  const found: Found[] = [];
  let looked = 0;
  let before = await store.progress();
  while (!deps.nearlyOver()) {
    const at = before && before.stage !== 'done' ? before : nextDay(before, dateOf(deps.now()));
    if (!at || at.stage === 'done') return { looked, found, done: true };
    const slice = await STAGES[at.stage](deps, at);
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
  const walk = before?.walk && { walk: { ...before.walk, until: null } };
  return { day, stage: 'dossiers', shard: 0, after: null, looked: 0, found: 0, ...walk, version };
}

interface Slice {
  readonly looked: number;
  readonly found: readonly Found[];
  readonly next: Pick<StoredProgress, 'stage' | 'shard' | 'after' | 'walk'>;
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
        ? { stage: 'rolling', shard: 0, after: null }
        : { stage: 'executions', shard: 0, after: next },
  };
}

/** Within how many nights every dossier is compared, whether it changed or not. */
export const NIGHTS = 30;

/**
 * The walk through all dossiers: each night the days that are a thirtieth of all days, and one for the day
 * that has come since, so that whoever waits with their deed until a dossier
 * is closed and forgotten is found out within thirty nights. At the end it begins anew.
 */
async function rollingOf(deps: ComparisonDeps, { day, walk }: StoredProgress): Promise<Slice> {
  const first = await deps.firstRecords();
  const done = (date: string): Slice['next'] => ({
    stage: 'done',
    shard: 0,
    after: null,
    walk: { date, passed: 0, until: null },
  });
  const from = walk ?? { date: first, passed: 0, until: null };
  if (from.date > day) return { looked: 0, found: [], next: done(first) };
  const share = Math.ceil((parseDate(day) - parseDate(first) + 1) / NIGHTS) + 1;
  const last = addDays(from.date, share - 1);
  const until = from.until ?? (last < day ? last : day);
  const { codes, next } = await deps.walk({ date: from.date, passed: from.passed }, until, SLICE);
  const compared = codes.map(code => compareDossier(deps, code, { unlessChangedOn: day }));
  const slice = { looked: codes.length, found: (await Promise.all(compared)).flat() };
  // Behind the last day the walk begins anew.
  if (!next) return { ...slice, next: done(until < day ? addDays(until, 1) : first) };
  return { ...slice, next: { stage: 'rolling', shard: 0, after: null, walk: { ...next, until } } };
}

/** What each stage does next. */
const STAGES = {
  dossiers: dossiersOf,
  executions: executionsOf,
  rolling: rollingOf,
} as const;
