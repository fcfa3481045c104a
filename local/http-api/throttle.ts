import type { HostClock } from '../host/clock.ts';

/** Requests a second, and how many may come at once. */
export interface ThrottleConfig {
  readonly rate: number;
  readonly burst: number;
}

/** Whether a request for a route is served; where it is not, API Gateway answers 429. */
export type Throttle = (routeKey: string) => boolean;

/**
 * Token buckets as API Gateway has them: one a route that has settings of its own, and one for each other, by the stage's usual settings.
 * API Gateway says that its limits are best effort; these are exact.
 */
export function openThrottle(
  clock: Pick<HostClock, 'now'>,
  usual: ThrottleConfig | undefined,
  routes: ReadonlyMap<string, ThrottleConfig>,
): Throttle {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return routeKey => {
    const config = routes.get(routeKey) ?? usual;
    if (!config) return true;
    const now = clock.now();
    const bucket = buckets.get(routeKey) ?? { tokens: config.burst, at: now };
    const refilled = bucket.tokens + (config.rate * Math.max(0, now - bucket.at)) / 1000;
    const tokens = Math.min(config.burst, refilled);
    const served = tokens >= 1;
    buckets.set(routeKey, { tokens: served ? tokens - 1 : tokens, at: now });
    return served;
  };
}
