import type { StoredPaymentRequest } from '../../../schemas/stored/payment.ts';
import { DAY, HOUR, type Instant, MINUTE, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { isQueued } from './queued.ts';

/** Money that comes after a request ran out still comes within this time, as far as anybody knows. */
const LATEST = 3 * DAY;

/**
 * When a request is asked about again (RFC 3339): less often the longer it lasts, and by every run while it waits for
 * its page; null when nothing is expected any more. `over`: it failed, or ran out.
 */
export function nextAsk(request: StoredPaymentRequest, over: boolean, now: Instant): string | null {
  if (now >= parseInstant(request.expiresAt) + LATEST) return null;
  if (over) return toRfc3339(now + 6 * HOUR);
  const wait = isQueued(request, now) ? 5 * MINUTE : 5 * MINUTE * 2 ** Math.min(request.asks, 4);
  return toRfc3339(now + Math.min(wait, HOUR));
}
