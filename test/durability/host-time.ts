import * as z from 'zod';
import type { OutsideClient } from '../end-to-end/outside-client.ts';

/** The host's time, from the date of a token that lives a second. */
export async function hostTime(client: OutsideClient): Promise<number> {
  const request = { kind: 'citizen', id: '025090000009', ttlSeconds: 1 };
  const { body } = await client.send('POST', '/dev/tokens', undefined, request);
  return Date.parse(z.looseObject({ expiresAt: z.string() }).parse(body).expiresAt) - 1000;
}

/** The host's time as those beside it know it: set by it whenever it serves, and run on by themselves. */
export function timeBeside(speed: number) {
  let known = { host: 0, here: performance.now() };
  return {
    now: () => Math.round(known.host + (performance.now() - known.here) * speed),
    set(host: number) {
      known = { host, here: performance.now() };
    },
  };
}
