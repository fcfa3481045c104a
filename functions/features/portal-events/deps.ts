import type { WebhookChannel } from '../../domain/ports/webhook-channel.ts';
import type { ChangeFeed } from '../../records/change-feed/change-feed.ts';
import type { PollSlots } from '../../records/change-feed/poll-slots.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { PartyStore } from '../../records/parties/party-store.ts';
import type { ReplayStore } from '../../records/subscriptions/replay-store.ts';
import type { SubscriptionStore } from '../../records/subscriptions/subscription-store.ts';

/** What portals' requests about events need. */
export interface PortalEventsDeps {
  readonly subscriptions: SubscriptionStore;
  readonly parties: PartyStore;
  readonly cursors: CursorStore;
  readonly feed: ChangeFeed;
  readonly replays: ReplayStore;
  readonly slots: PollSlots;
  readonly channel: WebhookChannel;
  readonly keyring: () => Promise<Keyring>;
  /** Sends nudges to the worker that tells portals. */
  readonly nudge: (nudges: readonly { dossier: string; reached: number; force: true }[]) => Promise<void>;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly source: string;
}
