import type { InkRequest, InkRequestState, Pad } from '../../../schemas/pads/pad.ts';
import type { StoredInkRequest, StoredPad } from '../../../schemas/stored/pad.ts';
import { dayNumberOf, type Instant, MINUTE, parseInstant, startOfDayNumber } from '../vietnam-time.ts';

/** How long a pairing code may be taken, and how long a document waits on a pad. */
export const CODE_LIFE = 10 * MINUTE;
export const REQUEST_LIFE = 10 * MINUTE;

/** A pairing is of one day: whoever opens the counter pairs anew. */
export const endOfPairing = (now: Instant): Instant => startOfDayNumber(dayNumberOf(now) + 1);

const isPast = (text: string, now: Instant) => parseInstant(text) <= now;

/** Whether a tablet may still take the code of a pad. */
export const mayBePaired = ({ secret, code, endsAt }: StoredPad, now: Instant): boolean =>
  secret === null && !isPast(code.until, now) && !isPast(endsAt, now);

/** Whether a tablet is this pad now. */
export const isPaired = ({ secret, endsAt }: StoredPad, now: Instant): boolean =>
  secret !== null && !isPast(endsAt, now);

/** What became of a request, by now. */
export function requestState({ state, expiresAt }: StoredInkRequest, now: Instant): InkRequestState {
  const open = state === 'waiting' || state === 'shown';
  return open && isPast(expiresAt, now) ? 'expired' : state;
}

/** The request that may still be signed on a pad. */
export function openRequest({ request }: StoredPad, now: Instant): StoredInkRequest | undefined {
  if (request === null) return undefined;
  const state = requestState(request, now);
  return state === 'waiting' || state === 'shown' ? request : undefined;
}

/** A pad with another state of its request, as the next version. */
export const withState = (pad: StoredPad, request: StoredInkRequest, state: StoredInkRequest['state']) => ({
  ...pad,
  request: { ...request, state },
  version: pad.version + 1,
});

/** A request as officers of the unit see it. */
export function requestView({ askedBy, ...request }: StoredInkRequest, now: Instant): InkRequest {
  const officer = askedBy.kind === 'officer' ? askedBy.id : '';
  return { ...request, state: requestState(request as StoredInkRequest, now), askedBy: officer };
}

/** A pad as officers of the unit see it: without anything that would let somebody be it. */
export function padView({ id, unit, name, pairedBy, secret, endsAt, request }: StoredPad, now: Instant): Pad {
  return {
    id,
    unit,
    name,
    state: secret === null ? 'pairing' : 'paired',
    pairedBy,
    endsAt,
    request: request && requestView(request, now),
  };
}
