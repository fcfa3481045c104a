import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import type { ChangeFeed } from '../functions/records/change-feed/change-feed.ts';
import type { CursorStore } from '../functions/records/consumers/cursor-store.ts';
import type { DossierStore } from '../functions/records/dossiers/dossier-store.ts';
import type { ExecutionRegistry } from '../functions/records/executions/execution-registry.ts';
import { ProblemError } from '../schemas/api/problem-error.ts';
import type { Random } from './random.ts';
import type { Troubles } from './troubles.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The table was asked and did what it was asked, and its answer did not come. */
export class AnswerLost extends Error {
  override readonly name = 'TimeoutError';
}

/** How the calls of a table go: slowly, refused, or with their answer lost. */
export interface TableWeather {
  read<T>(work: () => Promise<T>): Promise<T>;
  write<T>(work: () => Promise<T>): Promise<T>;
}

/** Most virtual milliseconds that a slow call takes on its way. */
const SLOWEST = 20_000;

export function tableWeather(time: VirtualTime, troubles: Troubles, random: Random): TableWeather {
  async function before(): Promise<void> {
    if (troubles.befalls('slowTable')) await time.sleep(random.whole(50, SLOWEST));
    const throttled = troubles.during('throttledTable') && random.chance(0.5);
    if (throttled || troubles.befalls('throttled')) {
      const message = 'The level of configured provisioned throughput for the table was exceeded.';
      throw new ProvisionedThroughputExceededException({ message, $metadata: {} });
    }
  }
  return {
    async read(work) {
      await before();
      return work();
    },
    async write(work) {
      await before();
      // As functions/kernel/table/transact.ts gives up when other transactions keep colliding with its own.
      if (troubles.befalls('collision'))
        throw new ProblemError('too-busy', {
          vi: 'Quá nhiều thay đổi cùng lúc; hãy thử lại.',
          en: 'Too many changes to the same dossier at once.',
        });
      const done = await work();
      if (troubles.befalls('lostTableAnswer')) throw new AnswerLost('The table did not answer in time.');
      return done;
    },
  };
}

/** The store, seen through the weather. */
export function troubledStore(store: DossierStore, { read, write }: TableWeather): DossierStore {
  return {
    find: code => read(() => store.find(code)),
    standing: (found, beyond) => read(() => store.standing(found, beyond)),
    hold: (code, fault, now) => write(() => store.hold(code, fault, now)),
    applicant: code => read(() => store.applicant(code)),
    people: code => read(() => store.people(code)),
    task: (code, number) => read(() => store.task(code, number)),
    events: (code, after, limit) => read(() => store.events(code, after, limit)),
    answered: (caller, key) => read(() => store.answered(caller, key)),
    create: (place, build) => write(() => store.create(place, build)),
    commit: change => write(() => store.commit(change)),
    documentsCounted: (agency, register, year) => read(() => store.documentsCounted(agency, register, year)),
    resultsCounted: (agency, year) => read(() => store.resultsCounted(agency, year)),
  };
}

/** The execution registry, seen through the weather. */
export function troubledRegistry(
  registry: ExecutionRegistry,
  { read, write }: TableWeather,
): ExecutionRegistry {
  return {
    read: code => read(() => registry.read(code)),
    started: (code, round) => write(() => registry.started(code, round)),
    attach: (code, wait) => write(() => registry.attach(code, wait)),
    told: (code, record) => write(() => registry.told(code, record)),
    behindSince: (instant, limit) => read(() => registry.behindSince(instant, limit)),
  };
}

/** A worker is gone, and what it had in hand stays in its hand until the lease runs out. */
export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

/** Consumers' cursors, seen through the weather; `dies`: whether the worker dies before it lets go. */
export function troubledCursors(
  cursors: CursorStore,
  { read, write }: TableWeather,
  dies: () => boolean,
): CursorStore {
  return {
    take: (place, wanted) => write(() => cursors.take(place, wanted)),
    async release(lease, seq, how) {
      if (dies()) throw new WorkerDied('The worker is gone.');
      return write(() => cursors.release(lease, seq, how));
    },
    pass: (place, from, to, now) => write(() => cursors.pass(place, from, to, now)),
    rewind: (place, to, now) => write(() => cursors.rewind(place, to, now)),
    read: place => read(() => cursors.read(place)),
    ofDossier: dossier => read(() => cursors.ofDossier(dossier)),
    waiting: (consumer, page) => read(() => cursors.waiting(consumer, page)),
    due: (now, limit) => read(() => cursors.due(now, limit)),
  };
}

/** Portals' feed of changes, seen through the weather. */
export function troubledFeed(feed: ChangeFeed, { read, write }: TableWeather): ChangeFeed {
  return {
    append: (portal, additions) => write(() => feed.append(portal, additions)),
    after: (portal, position, limit) => read(() => feed.after(portal, position, limit)),
    end: portal => read(() => feed.end(portal)),
    before: (portal, instant) => read(() => feed.before(portal, instant)),
  };
}
