import { type BoundedAnswer, type BoundedRequest, fetchBounded } from '../http/fetch-bounded.ts';

/** Until when an operation must be over, however often it asks: what it sends next has the time that is left. */
export interface Deadline {
  /** Milliseconds; none when it is over. */
  left(): number;
}

export function deadlineIn(milliseconds: number, now: () => number): Deadline {
  const at = now() + milliseconds;
  return { left: () => Math.max(0, at - now()) };
}

/** Asks in the time that is left. */
export async function fetchInTime(
  deadline: Deadline,
  request: Omit<BoundedRequest, 'milliseconds'>,
): Promise<BoundedAnswer> {
  const milliseconds = deadline.left();
  return milliseconds > 0 ? fetchBounded({ ...request, milliseconds }) : { fault: 'timeout' };
}

/** What an answer says; undefined where it is no JSON. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
