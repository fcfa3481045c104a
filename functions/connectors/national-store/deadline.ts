/** Until when an operation must be over, however often it asks: what it sends next has the time that is left. */
export interface Deadline {
  /** Milliseconds; none when it is over. */
  left(): number;
}

export function deadlineIn(milliseconds: number, now: () => number): Deadline {
  const at = now() + milliseconds;
  return { left: () => Math.max(0, at - now()) };
}
