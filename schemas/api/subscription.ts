import * as z from 'zod';
import { instantText } from '../instant.ts';
import { portalEventKind } from '../outside/cloud-event.ts';
import { says } from '../words.ts';

export const subscriptionId = z
  .string()
  .regex(
    /^sub_[0-9a-z]{26}$/,
    says({
      vi: 'phải là mã đăng ký nhận sự kiện, ví dụ sub_…',
      en: 'must be the id of a subscription, such as sub_…',
    }),
  )
  .meta({ id: 'SubscriptionId' });

/** A portal's request: where to send its dossiers' events, and which kinds. */
export const subscriptionRequest = z
  .strictObject({
    url: z
      .url(says({ vi: 'phải là một địa chỉ URL', en: 'must be a URL' }))
      .max(1000)
      .meta({ description: 'An https address reachable from the internet' }),
    /** Every kind by default. */
    kinds: z.array(portalEventKind).min(1).max(portalEventKind.options.length).optional(),
  })
  .meta({ id: 'SubscriptionRequest' });

/** `active`: events are sent; `paused`: after three days of failures; `ended`: by the portal. */
export const subscriptionState = z.enum(['active', 'paused', 'ended']).meta({
  id: 'SubscriptionState',
  description: 'State of a subscription (tình trạng đăng ký nhận sự kiện)',
});
export type SubscriptionState = z.infer<typeof subscriptionState>;

const members = {
  id: subscriptionId,
  url: z.string(),
  kinds: z.array(portalEventKind).nullable().meta({ description: 'Null: every kind' }),
  state: subscriptionState,
  /** Why and when it was paused; null while it is not. */
  paused: z.strictObject({ at: instantText, reason: z.string() }).nullable(),
  createdAt: instantText,
  lastSuccessAt: instantText.nullable(),
  lastFailure: z.strictObject({ at: instantText, reason: z.string() }).nullable(),
};

/** A subscription (đăng ký nhận sự kiện) as its portal sees it; a secret is shown once, when it is created. */
export const subscriptionView = z.strictObject(members).meta({ id: 'Subscription' });

/** A newly created secret. The previous one signs as well until `previousUntil`. */
export const newSecret = z
  .strictObject({
    secret: z.string().meta({ description: '`whsec_…`: store it; it is not shown again' }),
    previousUntil: instantText.nullable(),
  })
  .meta({ id: 'SubscriptionSecret' });

export const createdSubscription = z
  .strictObject({ ...members, ...newSecret.shape })
  .meta({ id: 'CreatedSubscription' });

/** The outcome of a test event. */
export const pingOutcome = z
  .strictObject({
    delivered: z.boolean(),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'What went wrong, such as `http-500`, `timeout`, `address-not-public`' }),
    milliseconds: z.int().min(0),
  })
  .meta({ id: 'PingOutcome' });

/** From when events are sent again. */
export const replayRequest = z.strictObject({ from: instantText }).meta({ id: 'ReplayRequest' });

/** A replay was started: events of the change feed from a position on. */
export const replayBegun = z
  .strictObject({ from: instantText, events: z.int().min(0) })
  .meta({ id: 'Replay' });

/** Waiting dossiers that are sent now. */
export const resumed = z
  .strictObject({
    state: subscriptionState,
    resumed: z.int().min(0),
    more: z.boolean().meta({ description: 'Whether more are waiting: call again' }),
  })
  .meta({ id: 'SubscriptionResumed' });
