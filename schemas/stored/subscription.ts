import * as z from 'zod';
import { subscriptionId, subscriptionState } from '../api/subscription.ts';
import { instantText } from '../instant.ts';
import { portalEventKind } from '../outside/cloud-event.ts';

/** A secret that signs messages until `until`; null for the newest. */
const storedSecret = z.object({ secret: z.string(), until: instantText.nullable() });

/** A portal's subscription to events of its dossiers, as stored. */
export const storedSubscription = z.object({
  id: subscriptionId,
  portal: z.string(),
  url: z.string(),
  kinds: z.array(portalEventKind).nullable(),
  secrets: z.array(storedSecret).min(1),
  state: subscriptionState,
  pausedAt: instantText.nullable(),
  pausedBecause: z.string().nullable(),
  createdAt: instantText,
  /** Events from here on are sent; a replay of earlier ones moves it back. */
  startsAt: instantText,
  /** Counts every change: the condition of the next. */
  version: z.int().min(1),
});
export type StoredSubscription = z.infer<typeof storedSubscription>;
