import { MINUTE, parseInstant } from '../functions/domain/vietnam-time.ts';
import { sweepRetries } from '../functions/features/connections/sweep-retries.ts';
import { orderDigitizing } from '../functions/features/digitizing/order-digitizing.ts';
import { feedChanges } from '../functions/features/portal-events/feed-changes.ts';
import { tellPortal } from '../functions/features/portal-events/tell-portal.ts';
import { type CompareDeps, compareDossier } from '../functions/features/reconciliation/compare-dossier.ts';
import { memoryItems } from '../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../functions/kernel/table/memory-records.ts';
import { memoryChangeFeed } from '../functions/records/change-feed/memory-change-feed.ts';
import type { CursorStore } from '../functions/records/consumers/cursor-store.ts';
import { memoryCursorStore } from '../functions/records/consumers/memory-cursor-store.ts';
import { digitizationStore } from '../functions/records/digitizing/digitization-store.ts';
import { partyWatch } from '../functions/records/parties/party-watch.ts';
import { memorySubscriptionStore } from '../functions/records/subscriptions/memory-subscription-store.ts';
import type { Nudge } from '../schemas/nudge.ts';
import { HeardEvents } from '../test/durability/heard-events.ts';
import type { KeptDossier } from '../test/durability/snapshot.ts';
import { memoryParties } from '../test/support/spine/memory-parties.ts';
import { portal } from './arrivals.ts';
import { portalEndpoint } from './portal-endpoint.ts';
import type { Random } from './random.ts';
import { type TableWeather, troubledCursors, troubledFeed } from './troubled-stores.ts';
import type { Troubles } from './troubles.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Committed } from './watched-store.ts';

/** The way from a committed change to its portal: the stream, the relay, queues, workers, and what looks after them. */
export interface PortalLine {
  /** A change that was committed: the stream tells of it. */
  learn(committed: Committed): void;
  /** Tries again what is due, as the sweeper of retries does. */
  sweep(): Promise<void>;
  /** Compares what has changed with everything that is kept of it, as is done each night. */
  compare(): Promise<void>;
  /** How far each consumer has come in a dossier's ledger. */
  cursorsOf(code: string): Promise<ReadonlyMap<string, number>>;
  /** What is wrong with what the portal was told of a dossier: so far, and once nothing is on its way any more. */
  underWay(dossier: KeptDossier): string[];
  atRest(dossier: KeptDossier): string[];
  differing(): string[];
}

export interface PortalLineDeps extends Pick<CompareDeps, 'machines' | 'recover' | 'results' | 'dossiers'> {
  readonly time: VirtualTime;
  readonly troubles: Troubles;
  readonly random: Random;
  readonly weather: TableWeather;
  readonly find: (audit: string, what: string) => void;
  /** Whether a fault is one of those that are made here. */
  readonly expected: (error: unknown) => boolean;
  readonly tamper?: ((cursors: CursorStore) => CursorStore) | undefined;
}

/** The queue hands a message over again after two minutes, three times in all; then it lies among the dead letters. */
const AGAIN_AFTER = 2 * MINUTE;
const TRIES = 3;

type Consumer = 'changes' | 'webhook' | 'digitizing';

export async function openPortalLine(deps: PortalLineDeps): Promise<PortalLine> {
  const { time, troubles, random, weather, find } = deps;
  const { now } = time;
  const kept = memoryCursorStore();
  const tampered = deps.tamper?.(kept) ?? kept;
  const cursors = troubledCursors(tampered, weather, () => troubles.befalls('deadWorker'));
  const keptFeed = memoryChangeFeed(kept, now);
  const subscriptions = memorySubscriptionStore();
  const parties = memoryParties();
  const heard = new HeardEvents(portal.id);
  const fed = new HeardEvents(portal.id);
  const endpoint = portalEndpoint({ troubles, time, random, heard });
  await subscriptions.add(endpoint.subscription);
  const digitizations = digitizationStore(memoryItems(memoryRecords()));
  const changed = new Set<string>();
  const common = { dossiers: deps.dossiers, cursors, now, source: 'urn:motcua:simulated' };
  const feed = troubledFeed(
    {
      ...keptFeed,
      async append(to, additions) {
        const outcome = await keptFeed.append(to, additions);
        if (outcome === 'appended')
          for (const { event } of additions.flatMap(({ events }) => events)) fed.hear(JSON.stringify(event));
        return outcome;
      },
    },
    weather,
  );

  const workers: Readonly<Record<Consumer, (nudge: Nudge) => Promise<boolean>>> = {
    async changes(nudge) {
      await feedChanges({ ...common, feed, watch: partyWatch(parties, now) }, [nudge]);
      return true;
    },
    async webhook(nudge) {
      const watch = partyWatch(parties, now);
      const outcomes = await tellPortal(
        {
          ...common,
          subscriptions,
          watch,
          channel: endpoint.channel,
          chance: random.next,
          nearlyOver: () => false,
          fault: (place, error) => expectOf(`telling of ${place.dossier}`, error),
        },
        nudge,
      );
      await watch.end();
      return !outcomes.includes('more');
    },
    // That files are ordered to be read: nobody reads them here.
    async digitizing(nudge) {
      const { dossiers } = deps;
      await orderDigitizing({ dossiers, cursors: kept, digitizations, order: async () => {}, now }, nudge);
      return true;
    },
  };

  function expectOf(what: string, error: unknown): void {
    if (!deps.expected(error))
      find('functions fail only where something is broken', `${what}: ${String(error)}`);
  }

  async function work(consumer: Consumer, nudge: Nudge, tries: number): Promise<void> {
    try {
      if (await workers[consumer](nudge)) return;
    } catch (error) {
      expectOf(`${consumer}, told of ${nudge.dossier}`, error);
    }
    if (tries === TRIES) troubles.count('deadLetters');
    else send(consumer, nudge, AGAIN_AFTER, tries + 1);
  }

  const send = (consumer: Consumer, nudge: Nudge, delay: number, tries = 1) =>
    time.at(now() + delay, () => void time.begin(() => work(consumer, nudge, tries)));

  async function compareOne(code: string): Promise<void> {
    const found = await compareDossier(
      {
        ...common,
        ...deps,
        cursors: kept,
        subscriptions,
        nudge: async (consumer, nudge) => void send(consumer as Consumer, nudge, 1000),
        projections: async () => [],
        unitsAt: async () => [],
      },
      code,
    );
    for (const { kind, detail } of found)
      if (kind === 'consumerBehind' || kind === 'executionMissing') troubles.count(kind);
      else
        find('the nightly comparison finds nothing that it cannot set right', `${code}: ${kind} ${detail}`);
  }

  return {
    learn({ head }) {
      changed.add(head.code);
      if (troubles.befalls('lostNudge')) return;
      const nudge = { dossier: head.code, reached: head.version };
      send('digitizing', nudge, 1500);
      for (const consumer of ['changes', 'webhook'] as const) {
        send(consumer, nudge, random.whole(100, 3000));
        if (troubles.befalls('nudgedTwice')) send(consumer, nudge, random.whole(100, 60_000));
      }
    },
    async sweep() {
      const nudge = async (nudges: readonly Nudge[]) => {
        for (const one of nudges) send('webhook', one, random.whole(100, 3000));
      };
      await sweepRetries({ cursors, now, queueOf: () => ({ name: 'webhook', nudge }) });
    },
    async compare() {
      for (const code of [...changed]) {
        try {
          await compareOne(code);
          // What changed a moment ago is looked at again tomorrow.
          const head = (await deps.dossiers.find(code))?.head;
          if (head && now() - parseInstant(head.updatedAt) > MINUTE * 5) changed.delete(code);
        } catch (error) {
          expectOf(`the comparison of ${code}`, error);
        }
      }
    },
    async cursorsOf(code) {
      const found = await kept.ofDossier(code);
      return new Map([...found].map(([consumer, { seq }]) => [consumer, seq]));
    },
    underWay: dossier => heard.underWay(dossier),
    atRest: dossier => [...heard.atRest(dossier), ...fed.atRest(dossier)],
    differing: () => [
      ...heard.differing(),
      ...(fed.repeats > 0 ? [`${fed.repeats} event(s) have more than one position in the feed`] : []),
    ],
  };
}
