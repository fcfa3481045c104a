import type { Nudge } from '../../../schemas/nudge.ts';
import type { StoredSubscription } from '../../../schemas/stored/subscription.ts';
import { type PortalEvent, type PortalStory, portalStory } from '../../domain/effects/portal-events.ts';
import { GIVEN_UP_AFTER } from '../../domain/effects/retry-pauses.ts';
import type { WebhookChannel } from '../../domain/ports/webhook-channel.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import {
  type EffectOutcome,
  type FollowDeps,
  type Followed,
  followLedger,
} from '../../records/consumers/follow-ledger.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import { wholeLedger } from '../../records/dossiers/whole-ledger.ts';
import type { PartyWatch } from '../../records/parties/party-watch.ts';
import type { SubscriptionStore } from '../../records/subscriptions/subscription-store.ts';
import { pauseSubscription } from './pause-subscription.ts';
import { signedMessage } from './signed-message.ts';
import { webhookConsumer } from './webhook-consumer.ts';

export interface TellDeps extends FollowDeps {
  readonly dossiers: Pick<DossierStore, 'events'>;
  readonly subscriptions: SubscriptionStore;
  readonly channel: WebhookChannel;
  readonly watch: PartyWatch;
  /** The source of events: this deployment. */
  readonly source: string;
}

/** Sends a dossier's portal what is still undelivered, through each of its subscriptions. */
export async function tellPortal(deps: TellDeps, nudge: Nudge): Promise<readonly Followed[]> {
  const story = await storyOf(deps, nudge.dossier, nudge.reached);
  if (story.portal === undefined) return [];
  const subscriptions = await deps.subscriptions.of(story.portal);
  const listening = subscriptions.filter(({ state }) => state !== 'ended');
  return Promise.all(listening.map(subscription => tellOne(deps, nudge, story, subscription)));
}

async function storyOf(deps: Pick<TellDeps, 'dossiers' | 'source'>, code: string, reached: number) {
  return portalStory(await wholeLedger(deps.dossiers, { code, version: reached }), deps.source);
}

async function tellOne(
  deps: TellDeps,
  nudge: Nudge,
  story: PortalStory,
  subscription: StoredSubscription,
): Promise<Followed> {
  const place = { consumer: webhookConsumer(subscription.id), dossier: nudge.dossier };
  const seq = (await deps.cursors.read(place))?.seq ?? 0;
  if (seq >= story.seq) return 'done';
  // Most entries are internal to the office: passing them takes no lease.
  const nothing = wanted(story, subscription, seq).length === 0;
  if (nothing && (await deps.cursors.pass(place, seq, story.seq, deps.now()))) return 'done';
  let known = story;
  return followLedger<PortalEvent>(deps, place, nudge, {
    async after(done) {
      if (done >= known.seq) known = await storyOf(deps, nudge.dossier, Number.MAX_SAFE_INTEGER);
      return { events: wanted(known, subscription, done), end: known.seq };
    },
    have: (event, { since }) => send(deps, subscription, event, since),
  });
}

/** The events after an entry that a subscription wants. */
function wanted(
  { events }: PortalStory,
  { kinds, startsAt }: StoredSubscription,
  seq: number,
): readonly PortalEvent[] {
  const from = parseInstant(startsAt);
  return events.filter(
    event =>
      event.seq > seq &&
      (kinds === null || kinds.includes(event.kind)) &&
      parseInstant(event.event.time) >= from,
  );
}

async function send(
  deps: TellDeps,
  subscription: StoredSubscription,
  { event }: PortalEvent,
  since: number | undefined,
): Promise<EffectOutcome> {
  const party = webhookConsumer(subscription.id);
  if (subscription.state === 'paused')
    return { kind: 'left', state: 'paused', reason: subscription.pausedBecause ?? 'paused' };
  const closed = await deps.watch.closedUntil(party);
  if (closed !== undefined) return { kind: 'failed', reason: 'breaker-open', retryAt: closed };
  const now = deps.now();
  const outcome = await deps.channel.post(signedMessage(subscription, event, now));
  if (outcome.delivered) {
    await deps.watch.succeeded(party, deps.now() - parseInstant(event.time));
    return { kind: 'done' };
  }
  const { reason, gone } = outcome;
  await deps.watch.failed(party, reason);
  if (!gone && (since === undefined || now - since < GIVEN_UP_AFTER)) return { kind: 'failed', reason };
  await pauseSubscription(deps, subscription, gone ? reason : 'three-days-without-success');
  return { kind: 'left', state: 'paused', reason };
}
