import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Keys older than that are asked for again; until an issuer answers, the last good ones hold for an hour. */
const FRESH = 10 * MINUTE;
const LAST_GOOD = 60 * MINUTE;
/** A key that is not known is asked for once in so long, however many tokens name it. */
const COOLDOWN = 30 * SECOND;
/** How long an issuer is left alone that does not answer: twice as long each time. */
const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = 5 * MINUTE;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });
export type KeySet = z.infer<typeof keySet>;

/** An issuer's keys could not be had, neither now nor from before: a fault that is ours to report, not the token's. */
export class KeysUnreachable extends Error {
  override readonly name = 'KeysUnreachable';
}

export interface RemoteKeysDeps {
  readonly now: () => number;
  readonly fetchKeys: (uri: string) => Promise<unknown>;
  /** Told each time that an issuer's keys could not be had. */
  readonly unreachable: (uri: string, error: unknown) => void;
}

/** The keys that an issuer publishes: fetched when they are needed, and no more often than is good for either side. */
export function remoteKeys(uri: string, deps: RemoteKeysDeps): JWTVerifyGetKey {
  let known: { readonly find: JWTVerifyGetKey; readonly at: number } | undefined;
  let asked = Number.NEGATIVE_INFINITY;
  let quietUntil = Number.NEGATIVE_INFINITY;
  let pause = FIRST_PAUSE;
  let underway: Promise<void> | undefined;

  async function ask(): Promise<void> {
    asked = deps.now();
    try {
      const { keys } = keySet.parse(await deps.fetchKeys(uri));
      known = { find: createLocalJWKSet({ keys }), at: deps.now() };
      pause = FIRST_PAUSE;
    } catch (error) {
      quietUntil = deps.now() + pause;
      pause = Math.min(LONGEST_PAUSE, 2 * pause);
      deps.unreachable(uri, error);
    }
  }

  /** All who come at the same time wait for the same answer. */
  async function renew(): Promise<void> {
    if (!underway && deps.now() < quietUntil) return;
    underway ??= ask().finally(() => {
      underway = undefined;
    });
    await underway;
  }

  return async (header, token) => {
    if (!known || deps.now() - known.at > FRESH) await renew();
    if (!known || deps.now() - known.at > LAST_GOOD) throw new KeysUnreachable(`no keys of ${uri}`);
    try {
      return await known.find(header, token);
    } catch (error) {
      const fetchedLately = deps.now() - asked < COOLDOWN;
      if (!(error instanceof errors.JWKSNoMatchingKey) || (fetchedLately && !underway)) throw error;
      await renew();
      return known.find(header, token);
    }
  };
}

/** Longest wait for an issuer, in milliseconds: well within what API Gateway waits for the authorizer. */
const PATIENCE = 3 * SECOND;

/** Fetches a key set over HTTPS; a redirect is not followed, for the settings name the address that is trusted. */
export async function fetchKeySet(uri: string): Promise<unknown> {
  const response = await fetch(uri, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
