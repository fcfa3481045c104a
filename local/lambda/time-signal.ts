import type { HostClock } from '../host/clock.ts';

/** Shared between the host and its functions' threads: how to get from the machine's time to the host's. */
export type TimeSignal = SharedArrayBuffer;

const BASE = 0;
const MACHINE_BASE = 1;
const SPEED = 2;

/** The host's side. With a speed of 0 the functions' time stands still between two calls of `tune`, as under a clock moved by hand. */
export function openTimeSignal(
  clock: HostClock,
  speed: number,
): { readonly signal: TimeSignal; tune(): void } {
  const signal = new SharedArrayBuffer(3 * Float64Array.BYTES_PER_ELEMENT);
  const values = new Float64Array(signal);
  const set = () => {
    values[BASE] = clock.now();
    values[MACHINE_BASE] = Date.now();
    values[SPEED] = speed;
  };
  set();
  // A running clock is read once: setting it again would let a thread see half of the old and half of the new numbers.
  return { signal, tune: speed === 0 ? set : () => undefined };
}

/** The functions' side: milliseconds since the epoch in the host's time. */
export function readTimeSignal(signal: TimeSignal, machineNow: () => number): () => number {
  const values = new Float64Array(signal);
  return () => {
    const [base = 0, machineBase = 0, speed = 1] = values;
    return Math.floor(base + (machineNow() - machineBase) * speed);
  };
}
