import { join } from 'node:path';
import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import { smallFile } from '../host/small-file.ts';
import type { Schedule } from './cron.ts';

/** One schedule and what it does. `fire` gets the instant it was due at. */
export interface TimetableEntry {
  /** Unique and the same at every start. */
  readonly name: string;
  readonly schedule: Schedule;
  /** Tells whether the schedule has changed since the last start. */
  readonly expression: string;
  readonly fire: (due: number) => void;
}

export interface Timetable {
  stop(): void;
}

const Kept = z.record(
  z.string(),
  z.object({ expression: z.string(), origin: z.number(), next: z.number().optional() }),
);

/**
 * Fires entries when they are due on the host's clock. When each is due next is kept on disk: what lapsed while the host was down
 * fires once at the start (with the last instant missed), in order.
 */
export function openTimetable(deps: {
  entries: readonly TimetableEntry[];
  folder: string;
  clock: HostClock;
}): Timetable {
  const { entries, clock } = deps;
  const file = smallFile(join(deps.folder, 'schedules.json'), Kept);
  const before = file.read() ?? {};
  const now = clock.now();
  const kept: z.infer<typeof Kept> = Object.fromEntries(
    entries.map(({ name, expression, schedule }) => {
      const known = before[name];
      if (known?.expression === expression) return [name, known];
      return [name, { expression, origin: now, next: schedule.next(now, now) }];
    }),
  );
  file.write(kept);
  const cancels = new Map<string, () => void>();

  const plan = (entry: TimetableEntry) => {
    const state = kept[entry.name];
    if (state?.next === undefined) return;
    cancels.set(
      entry.name,
      clock.at(state.next, () => fire(entry)),
    );
  };
  const fire = (entry: TimetableEntry) => {
    const state = kept[entry.name];
    if (state?.next === undefined) return;
    let due = state.next;
    let next = entry.schedule.next(due, state.origin);
    for (; next !== undefined && next <= clock.now(); next = entry.schedule.next(due, state.origin))
      due = next;
    entry.fire(due);
    kept[entry.name] = { ...state, next };
    file.write(kept);
    plan(entry);
  };

  const missed = entries.filter(({ name }) => (kept[name]?.next ?? Number.POSITIVE_INFINITY) <= now);
  missed.sort((a, b) => (kept[a.name]?.next ?? 0) - (kept[b.name]?.next ?? 0));
  for (const entry of missed) fire(entry);
  for (const entry of entries) if (!missed.includes(entry)) plan(entry);
  return {
    stop() {
      for (const cancel of cancels.values()) cancel();
    },
  };
}
