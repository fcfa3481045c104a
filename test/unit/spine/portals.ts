import type { WebhookMessage, WebhookOutcome } from '../../../functions/domain/ports/webhook-channel.ts';
import { feedChanges } from '../../../functions/features/portal-events/feed-changes.ts';
import { tellPortal } from '../../../functions/features/portal-events/tell-portal.ts';
import { memoryChangeFeed } from '../../../functions/records/change-feed/memory-change-feed.ts';
import { memoryCursorStore } from '../../../functions/records/consumers/memory-cursor-store.ts';
import { partyWatch } from '../../../functions/records/parties/party-watch.ts';
import { memorySubscriptionStore } from '../../../functions/records/subscriptions/memory-subscription-store.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import { accept, forward, stop } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { memoryParties } from '../../support/spine/memory-parties.ts';

export const PORTAL = 'dvcqg';
export const SOURCE = 'urn:motcua:H44';
export const START = Date.parse('2026-03-02T00:00:00+07:00');
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const PARTY = 'webhook.sub_00000000000000000000000001';

/** The ledger of a dossier that a portal submitted, accepted, handed on and stopped. */
export function ledgerOf(code = 'H44.101-260302-0001'): readonly LedgerEvent[] {
  const paper = new PaperDossier('1.013225', { code });
  paper.decide(accept);
  paper.decide(forward);
  paper.decide(stop);
  const [first, ...rest] = paper.ledger;
  if (!first) throw new Error('an empty ledger');
  return [{ ...first, actor: { kind: 'portal', id: PORTAL } }, ...rest];
}

export function subscription(more: Partial<StoredSubscription> = {}): StoredSubscription {
  return {
    id: PARTY.slice('webhook.'.length),
    portal: PORTAL,
    url: 'https://portal.example.vn/events',
    kinds: null,
    secrets: [{ secret: SECRET, until: null }],
    state: 'active',
    pausedAt: null,
    pausedBecause: null,
    createdAt: '2026-01-01T00:00:00+07:00',
    startsAt: '2026-01-01T00:00:00+07:00',
    version: 1,
    ...more,
  };
}

/** A portal that listens, in memory: with its time, and an endpoint that answers as it is told. */
export async function listeningPortal(ledgers: readonly (readonly LedgerEvent[])[] = [ledgerOf()]) {
  let now = START + 1000;
  const cursors = memoryCursorStore();
  const subscriptions = memorySubscriptionStore();
  const parties = memoryParties();
  const feed = memoryChangeFeed(cursors, () => now);
  await subscriptions.add(subscription());
  const kept = new Map(ledgers.map(ledger => [ledger[0]?.dossier ?? '', ledger]));
  const sent: WebhookMessage[] = [];
  const faults: unknown[] = [];
  let answer: (message: WebhookMessage) => WebhookOutcome | Promise<WebhookOutcome> = () => ({
    delivered: true,
    milliseconds: 1,
  });
  const dossiers = {
    events: async (code: string, after: number, limit: number) =>
      (kept.get(code) ?? []).slice(after, after + limit),
  };
  const common = { cursors, dossiers, now: () => now, source: SOURCE };
  const tell = async (dossier: string, reached: number, force?: true) => {
    const watch = partyWatch(parties, () => now);
    const outcome = await tellPortal(
      {
        ...common,
        subscriptions,
        watch,
        channel: {
          refusal: () => undefined,
          async post(message) {
            sent.push(message);
            return answer(message);
          },
        },
        chance: () => 0,
        nearlyOver: () => false,
        fault: (_, error) => faults.push(error),
      },
      { dossier, reached, ...(force && { force }) },
    );
    await watch.end();
    return outcome;
  };
  return {
    cursors,
    subscriptions,
    parties,
    feed,
    sent,
    faults,
    tell,
    feedAll: (nudges: readonly { dossier: string; reached: number }[]) =>
      feedChanges({ ...common, feed, watch: partyWatch(parties, () => now) }, nudges),
    append: (ledger: readonly LedgerEvent[]) => kept.set(ledger[0]?.dossier ?? '', ledger),
    answers: (how: typeof answer) => {
      answer = how;
    },
    fails: (reason: string, gone = false) => {
      answer = () => ({ delivered: false, milliseconds: 1, reason, gone });
    },
    heals: () => {
      answer = () => ({ delivered: true, milliseconds: 1 });
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    now: () => now,
    ids: () => sent.map(({ headers }) => headers['webhook-id']),
  };
}
