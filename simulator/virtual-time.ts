import type { HostClock } from '../local/host/clock.ts';

interface Timer {
  readonly instant: number;
  readonly serial: number;
  action: (() => void) | undefined;
}

/** The one clock of a simulation: everything that waits, waits on it, and it stands still while anything moves. */
export interface VirtualTime extends HostClock {
  /** Waits so many virtual milliseconds inside of work that was begun. */
  sleep(milliseconds: number): Promise<void>;
  /** Begins work: time does not go on before it is done or sleeps. */
  begin<T>(work: () => Promise<T>): Promise<T>;
  /** Two things at once inside of work that was begun; done when both are. */
  both<T>(one: () => Promise<T>, other: () => Promise<T>): Promise<[T, T]>;
  /** Lets time leap ahead: what would have happened meanwhile happens after the leap, late. */
  leap(milliseconds: number): void;
  /** Goes through what falls due, in order, up to an instant, or until stopped. */
  runTo(instant: number): Promise<void>;
  stop(): void;
  readonly stopped: boolean;
  /** Timers that have fired. */
  readonly fired: number;
}

const immediately = () => new Promise<void>(resolve => setImmediate(resolve));

/** Opens the clock at an instant (milliseconds). `idle` resolves when services that keep work of their own are quiet. */
export function openVirtualTime(startAt: number, idle: () => Promise<void>): VirtualTime {
  const heap = timerHeap();
  let time = startAt;
  let serial = 0;
  let working = 0;
  let sleeping = 0;
  let fired = 0;
  let stopped = false;

  async function quiet(): Promise<void> {
    do {
      await immediately();
      await idle();
    } while (working > sleeping);
  }

  function at(instant: number, action: () => void): () => void {
    // The clock shows whole milliseconds, as the world's does.
    const timer: Timer = { instant: Math.ceil(instant), serial: serial++, action };
    heap.push(timer);
    return () => {
      timer.action = undefined;
    };
  }

  return {
    now: () => time,
    at,
    async sleep(milliseconds) {
      sleeping++;
      await new Promise<void>(resolve => at(time + milliseconds, resolve));
      sleeping--;
    },
    async begin(work) {
      working++;
      try {
        return await work();
      } finally {
        working--;
      }
    },
    async both(one, other) {
      working++;
      let left = 2;
      const counted = async <T>(work: () => Promise<T>): Promise<T> => {
        try {
          return await work();
        } finally {
          // The one that is done last goes on as the work they are part of.
          if (--left > 0) working--;
        }
      };
      return Promise.all([counted(one), counted(other)]);
    },
    leap(milliseconds) {
      time += milliseconds;
    },
    async runTo(instant) {
      await quiet();
      for (let next = heap.peek(); next && next.instant <= instant && !stopped; next = heap.peek()) {
        heap.pop();
        if (!next.action) continue;
        time = Math.max(time, next.instant);
        fired++;
        next.action();
        await quiet();
      }
      if (!stopped) time = Math.max(time, instant);
    },
    stop() {
      stopped = true;
    },
    get stopped() {
      return stopped;
    },
    get fired() {
      return fired;
    },
  };
}

/** A binary heap: earliest first, of one instant in the order in which they were set. */
function timerHeap() {
  const heap: Timer[] = [];
  const before = (a: Timer, b: Timer) =>
    a.instant < b.instant || (a.instant === b.instant && a.serial < b.serial);
  return {
    peek: () => heap[0],
    push(timer: Timer): void {
      let at = heap.push(timer) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const above = heap[parent];
        if (!above || !before(timer, above)) break;
        heap[at] = above;
        at = parent;
      }
      heap[at] = timer;
    },
    pop(): void {
      const last = heap.pop();
      if (!last || heap.length === 0) return;
      let at = 0;
      for (;;) {
        const left = 2 * at + 1;
        const [one, other] = [heap[left], heap[left + 1]];
        if (!one) break;
        const least = other && before(other, one) ? other : one;
        if (!before(least, last)) break;
        heap[at] = least;
        at = least === one ? left : left + 1;
      }
      heap[at] = last;
    },
  };
}
