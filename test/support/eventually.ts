import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until `read` gives something; fails after `within` milliseconds of the machine's time. */
export async function eventually<Value>(
  read: () => Value | undefined | Promise<Value | undefined>,
  { within = 15_000 }: { within?: number } = {},
): Promise<Value> {
  const started = performance.now();
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (performance.now() - started > within)
      throw new Error(`This did not happen within ${within / 1000} s: ${read.toString()}`);
    await pause(20);
  }
}
