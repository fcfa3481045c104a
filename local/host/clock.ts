/** The one clock of the embedded host: every service asks it for the time and sets its timers on it. */
export interface HostClock {
  /** Milliseconds since the epoch, in the host's time (which may run faster than the world's). */
  now(): number;
  /** Runs `action` once, at or soon after `instant` (host milliseconds). Returns a function that cancels it. */
  at(instant: number, action: () => void): () => void;
}

/** setTimeout cannot wait longer than 2^31 - 1 ms; longer waits are re-armed. */
const LONGEST_TIMEOUT = 2_147_000_000;

/** The world's clock, or the world's clock run `speed` times faster from the moment the host starts. */
export function worldClock(speed = 1, startAt = Date.now()): HostClock {
  const origin = Date.now();
  const now = () =>
    speed === 1 && startAt === origin ? Date.now() : Math.floor(startAt + (Date.now() - origin) * speed);
  return {
    now,
    at(instant, action) {
      let timer: NodeJS.Timeout;
      const arm = () => {
        const wait = Math.max(0, Math.ceil((instant - now()) / speed));
        timer = setTimeout(() => (now() >= instant ? action() : arm()), Math.min(wait, LONGEST_TIMEOUT));
      };
      arm();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock that stands still until a test moves it. */
export interface VirtualClock extends HostClock {
  /** The earliest timer set, or undefined when none is. */
  nextTimer(): number | undefined;
  /** Moves time on, firing every timer on the way in order and letting pending promises settle after each. */
  advanceTo(instant: number): Promise<void>;
}

export function virtualClock(startAt: number): VirtualClock {
  let time = startAt;
  let serial = 0;
  const timers = new Map<number, { instant: number; action: () => void }>();
  const earliest = () => [...timers].sort(([a, x], [b, y]) => x.instant - y.instant || a - b).at(0);
  const settle = () => new Promise<void>(resolve => setImmediate(resolve));
  return {
    now: () => time,
    at(instant, action) {
      const id = serial++;
      timers.set(id, { instant, action });
      return () => timers.delete(id);
    },
    nextTimer: () => earliest()?.[1].instant,
    async advanceTo(instant) {
      await settle();
      for (let due = earliest(); due && due[1].instant <= instant; due = earliest()) {
        timers.delete(due[0]);
        time = Math.max(time, due[1].instant);
        due[1].action();
        await settle();
      }
      time = Math.max(time, instant);
      await settle();
    },
  };
}
