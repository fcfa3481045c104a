import { join } from 'node:path';
import * as z from 'zod';
import { type HostClock, worldClock } from './clock.ts';
import { smallFile } from './small-file.ts';

/** The host's clock over its starts: it never runs back, so a host that ran fast goes on from where it was. */
export interface HostTime {
  readonly clock: HostClock;
  stop(): void;
}

const Kept = z.object({ now: z.number() });
const KEEP_EVERY_MILLISECONDS = 1_000;
/** Of the world's time: an instant this far ahead is kept, so that a killed host goes on from one that it had not reached. */
const KEEP_AHEAD_MILLISECONDS = 3_000;

/** The last time that a data folder has seen, where its time once ran ahead of the world's. */
export function lastTimeOf(dataFolder: string): number | undefined {
  return fileIn(dataFolder).read()?.now;
}

const fileIn = (dataFolder: string) => smallFile(join(dataFolder, 'clock.json'), Kept);

/** Starts the clock at the world's time, or at the last time this data folder has seen when that is later. */
export function openHostTime(deps: { dataFolder: string; speed: number }): HostTime {
  const file = fileIn(deps.dataFolder);
  const last = file.read()?.now ?? 0;
  const world = Date.now();
  const clock = last > world ? worldClock(deps.speed, last) : worldClock(deps.speed);
  const keep = () => file.write({ now: clock.now() + KEEP_AHEAD_MILLISECONDS * deps.speed });
  const ahead = deps.speed !== 1 || last > world;
  if (ahead) keep();
  // At the world's own speed the world keeps the time.
  const timer = ahead ? setInterval(keep, KEEP_EVERY_MILLISECONDS).unref() : undefined;
  return {
    clock,
    stop() {
      clearInterval(timer);
      if (ahead) file.write({ now: clock.now() });
    },
  };
}

/** The same clock, but a timer's action that throws is told to `onFault` instead of ending the process. */
export function guardedClock(clock: HostClock, onFault: (thrown: unknown) => void): HostClock {
  return {
    now: clock.now,
    at: (instant, action) =>
      clock.at(instant, () => {
        try {
          action();
        } catch (thrown) {
          onFault(thrown);
        }
      }),
  };
}
