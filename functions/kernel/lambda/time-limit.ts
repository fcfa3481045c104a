/**
 * Timers of so many milliseconds: each call starts one, which says whenever it is asked whether there is time left.
 */
export function timeLimit(now: () => number, milliseconds: number): () => () => boolean {
  return () => {
    const until = now() + milliseconds;
    return () => now() < until;
  };
}
