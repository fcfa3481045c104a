/** Says how far something is, how fast it goes and when it will be done, every few seconds and at the end. */
export function progressOf({
  what,
  whole,
  say,
  now,
}: {
  what: string;
  whole: number;
  say: (line: string) => void;
  /** Milliseconds. */
  now: () => number;
}): (done: number) => void {
  const started = now();
  let first: number | undefined;
  let said = started;
  return done => {
    // What was there before is no measure of the pace.
    first ??= done;
    if (now() - said < EVERY && done < whole) return;
    said = now();
    const pace = (done - first) / Math.max(0.001, (said - started) / 1000);
    const left = pace > 0 ? `, ${Math.round(pace)} a second, ${minutes((whole - done) / pace)} to go` : '';
    say(`${done.toLocaleString('en')} of ${whole.toLocaleString('en')} ${what}${left}`);
  };
}

const EVERY = 5000;

const minutes = (seconds: number) =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
