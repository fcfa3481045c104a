import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../local/events/cron.ts';
import { openTimetable } from '../../../local/events/timetable.ts';
import { virtualClock } from '../../../local/host/clock.ts';
import { temporaryFolder } from './support.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const HOUR = 3_600_000;

function world(folder: string, startAt: number, expressions: Record<string, string>) {
  const clock = virtualClock(startAt);
  const fired: string[] = [];
  const entries = Object.entries(expressions).map(([name, expression]) => ({
    name,
    expression,
    schedule: readSchedule(expression),
    fire: (due: number) => void fired.push(`${name} ${new Date(due).toISOString().slice(11, 16)}`),
  }));
  return { clock, fired, timetable: openTimetable({ entries, folder, clock }) };
}

describe('a timetable', () => {
  it('fires each entry when it is due, in order', async () => {
    const { clock, fired } = world(temporaryFolder(), START, {
      hourly: 'rate(1 hour)',
      noon: 'cron(0 12 * * ? *)',
    });
    await clock.advanceTo(START + 2 * HOUR);
    expect(fired).toEqual(['hourly 01:00', 'hourly 02:00']);
    fired.length = 0;
    await clock.advanceTo(START + 12 * HOUR);
    expect(fired).toHaveLength(11);
    expect(fired).toContain('noon 12:00');
  });

  it('fires once, at the start, what lapsed while the host was down, and goes on in its old rhythm', async () => {
    const folder = temporaryFolder();
    const before = world(folder, START, { hourly: 'rate(1 hour)', daily: 'cron(30 1 * * ? *)' });
    await before.clock.advanceTo(START + HOUR);
    before.timetable.stop();
    const after = world(folder, START + 4.25 * HOUR, { hourly: 'rate(1 hour)', daily: 'cron(30 1 * * ? *)' });
    expect(after.fired).toEqual(['daily 01:30', 'hourly 04:00']);
    await after.clock.advanceTo(START + 5 * HOUR);
    expect(after.fired.slice(2)).toEqual(['hourly 05:00']);
  });

  it('begins anew with an entry whose expression has changed', async () => {
    const folder = temporaryFolder();
    world(folder, START, { sweep: 'rate(1 hour)' }).timetable.stop();
    const { clock, fired } = world(folder, START + 10 * HOUR, { sweep: 'rate(2 hours)' });
    expect(fired).toEqual([]);
    await clock.advanceTo(START + 12 * HOUR);
    expect(fired).toEqual(['sweep 12:00']);
  });
});
