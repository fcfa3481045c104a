import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { virtualClock } from '../../../local/host/clock.ts';
import { assembly } from '../../support/assembly.ts';
import { bootProvince, type ProvinceHost } from '../../support/province-host.ts';

const clock = virtualClock(Date.parse('2026-11-23T09:00:00+07:00'));
let province: ProvinceHost;
beforeAll(async () => {
  province = await bootProvince({ clock, throttled: true });
}, 300_000);
afterAll(() => province?.stop());

/** How many answers of a status within five minutes raise the alarm of waves, as it is deployed. */
async function waveOf(status: number): Promise<number> {
  const folder = await assembly();
  const templates = readdirSync(folder).filter(name => name.endsWith('.template.json'));
  const named = z.looseObject({
    MetricName: z.literal(`Refused${status}`),
    Threshold: z.number(),
    Period: z.literal(300),
    AlarmActions: z.array(z.unknown()).min(1),
  });
  const alarms = templates.flatMap(name => {
    const { Resources } = z
      .looseObject({ Resources: z.record(z.string(), z.looseObject({ Properties: z.unknown() })) })
      .parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return Object.values(Resources).flatMap(({ Properties }) => named.safeParse(Properties).data ?? []);
  });
  expect(alarms).toHaveLength(1);
  return alarms[0]?.Threshold ?? Number.POSITIVE_INFINITY;
}

test('whoever looks up 400 dossier codes in two seconds is slowed, and noticed', async () => {
  const statuses: number[] = [];
  const began = clock.now();
  for (let step = 0; step < 8; step++) {
    await clock.advanceTo(began + step * 250);
    const codes = Array.from(
      { length: 50 },
      (_, nth) => `H44.101-261123-${String(step * 50 + nth + 1).padStart(4, '0')}`,
    );
    statuses.push(
      ...(await Promise.all(
        codes.map(async code => (await fetch(`${province.apiUrl}/v1/track/${code}`)).status),
      )),
    );
  }
  expect(statuses).toHaveLength(400);
  const count = (status: number) => statuses.filter(each => each === status).length;
  expect(count(404) + count(429)).toBe(400);
  // 40 at once and 20 a second after that: whoever has all day learns of 20 codes a second at most.
  expect(count(404)).toBeLessThanOrEqual(40 + 2 * 20);
  expect(count(429)).toBeGreaterThanOrEqual(await waveOf(429));
  // Nobody else waits for it.
  expect((await fetch(`${province.apiUrl}/healthz`)).status).toBe(200);
});
