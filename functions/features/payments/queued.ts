import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { type Instant, parseInstant } from '../../domain/vietnam-time.ts';

/** How long the platform is given to answer, and the answer to be kept, in milliseconds. */
export const OPENING = 15_000;

/** Whether a request waits for a platform that did not answer. */
export const isQueued = ({ state, payAt, openedAt }: StoredPaymentRequest, now: Instant): boolean =>
  state === 'open' && payAt === null && now >= parseInstant(openedAt) + OPENING;
