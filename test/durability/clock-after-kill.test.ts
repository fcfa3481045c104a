import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openHostTime } from '../../local/host/host-time.ts';
import { eventually } from '../support/eventually.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'motcua-clock-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

it('the clock of a host that was killed goes on from no earlier instant than it had reached', async () => {
  // Never stopped, as by a kill.
  const killed = openHostTime({ dataFolder, speed: 1_000_000 });
  const first = killed.clock.now();
  const reached = await eventually(() => {
    const now = killed.clock.now();
    return now > first ? now : undefined;
  });
  const next = openHostTime({ dataFolder, speed: 1_000_000 });
  expect(next.clock.now()).toBeGreaterThanOrEqual(reached);
  killed.stop();
  next.stop();
});
