import { availableParallelism, cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';

/** Something with an event loop: this process's own thread, or a worker. */
type Loop = Pick<Worker, 'performance'>;

/** How busy the machine's processors are. */
export interface Processors {
  readonly count: number;
  watch(loop: Loop): void;
  forget(loop: Loop): void;
  /** Whether another thread would find a processor free. */
  haveRoom(): boolean;
}

const SAMPLE_MILLISECONDS = 50;
/** Of the processors: work is never spread so evenly that all of them are busy all of the time. */
const FULL = 0.9;

/**
 * Measures twice. The whole machine's idle time, for other programs (the table server among them) need processors as well; and the
 * threads' event loops, for where the host is given less than the machine, a thread that waits for its turn counts as busy.
 */
export function openProcessors(): Processors {
  const count = availableParallelism();
  const watched = new Map<Loop, ReturnType<typeof performance.eventLoopUtilization>>();
  const watch = (loop: Loop) => void watched.set(loop, loop.performance.eventLoopUtilization());
  watch({ performance });
  let sampledAt = performance.now();
  let machine = machineTime();
  let room = true;

  const threadsBusy = (elapsed: number) => {
    let busy = 0;
    for (const [loop, before] of watched) {
      const now = loop.performance.eventLoopUtilization();
      const loading = now.active === 0 && now.idle === 0;
      busy += loading ? 1 : Math.min(1, (now.active - before.active) / elapsed);
      watched.set(loop, now);
    }
    return busy / count;
  };

  const machineBusy = () => {
    const before = machine;
    machine = machineTime();
    const whole = machine.whole - before.whole;
    return whole > 0 ? 1 - (machine.idle - before.idle) / whole : 0;
  };

  return {
    count,
    watch,
    forget: loop => void watched.delete(loop),
    haveRoom() {
      const elapsed = performance.now() - sampledAt;
      if (elapsed >= SAMPLE_MILLISECONDS) {
        sampledAt += elapsed;
        room = Math.max(threadsBusy(elapsed), machineBusy()) < FULL;
      }
      return room;
    },
  };
}

function machineTime(): { whole: number; idle: number } {
  let whole = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    whole += times.user + times.nice + times.sys + times.irq + times.idle;
    idle += times.idle;
  }
  return { whole, idle };
}
