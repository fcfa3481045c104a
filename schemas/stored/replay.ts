import * as z from 'zod';
import { subscriptionId } from '../api/subscription.ts';

/** A running replay, as stored: positions of the portal's feed, the first one done and the last one wanted. */
export const storedReplay = z.object({
  subscription: subscriptionId,
  portal: z.string(),
  position: z.int().min(0),
  upTo: z.int().min(0),
});
export type StoredReplay = z.infer<typeof storedReplay>;
