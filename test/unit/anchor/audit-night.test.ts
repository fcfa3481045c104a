import { describe, expect, it } from 'vitest';
import { AUDIT_NIGHTS, daysDue } from '../../../functions/domain/anchor/audit-days.ts';
import { addDays, parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { anchorDays } from '../../../functions/features/anchor/anchor-day.ts';
import type { AuditFinding } from '../../../functions/features/anchor/audit-finding.ts';
import { auditNight } from '../../../functions/features/anchor/audit-night.ts';
import { auditProgress } from '../../../functions/features/anchor/audit-progress.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { anchoredProvince, provinceOfThreeDays } from './anchored-province.ts';

describe('the days that are due in a night', () => {
  const first = '2026-01-01';

  it('are all days within thirty nights, and the newest every night', () => {
    const seen = new Set<string>();
    for (let night = 0; night < AUDIT_NIGHTS; night++) {
      const newest = addDays('2026-06-30', night);
      const due = daysDue(first, newest, addDays(newest, -1));
      expect(due.slice(-3)).toEqual([addDays(newest, -2), addDays(newest, -1), newest]);
      expect(due.length).toBeLessThanOrEqual(3 + 7);
      for (const day of due) seen.add(day);
    }
    for (let day = first; day <= '2026-06-30'; day = addDays(day, 1)) expect(seen).toContain(day);
  });

  it('are made up for where nights were missed', () => {
    const due = daysDue(first, '2026-06-30', '2026-06-25');
    for (const night of ['2026-06-26', '2026-06-28', '2026-06-30'])
      expect(due).toEqual(expect.arrayContaining(daysDue(first, night, addDays(night, -1)).slice(0, -3)));
    expect(daysDue(first, '2026-06-30', '2026-03-01')).toHaveLength(181);
  });
});

async function nightOf(province: ReturnType<typeof anchoredProvince>) {
  const told: AuditFinding[] = [];
  const deps = {
    ...province,
    publicKeys: [await province.signer.publicKey()],
    progress: auditProgress(province.items),
    tell: async (finding: AuditFinding) => void told.push(finding),
  };
  return { deps, told };
}

it('a night tells what it found, with code and position, once', async () => {
  const { province, done } = await provinceOfThreeDays();
  const { deps, told } = await nightOf(province);
  await province.remove(keys.event(done.code, 3));
  expect(await auditNight(deps, '2026-03-04')).toEqual({ looked: 4, found: 3, done: true });
  // The days before and after it miss it too.
  expect(told.map(({ day, detail }) => `${day} ${detail}`)).toEqual([
    '2026-03-02 entry 3: missing',
    '2026-03-03 entry 3: missing',
    '2026-03-04 entry 4: gap',
  ]);
  expect(told[0]).toMatchObject({ name: done.code, fault: { entry: 3, fault: 'missing' } });
  expect(await auditNight(deps, '2026-03-04')).toEqual({ looked: 0, found: 0, done: true });
});

it('what is cut off goes on in the next run, and finds the same', async () => {
  const { province, done } = await provinceOfThreeDays();
  const { deps, told } = await nightOf(province);
  await province.remove(keys.event(done.code, 3));
  const runs: boolean[] = [];
  for (let done = false; !done && runs.length < 20; runs.push(done))
    ({ done } = await auditNight({ ...deps, nearlyOver: () => true }, '2026-03-04'));
  expect(runs.length).toBeGreaterThan(3);
  expect(told.map(({ detail }) => detail)).toEqual(['entry 3: missing', 'entry 3: missing', 'entry 4: gap']);
});

it('within thirty nights it finds what was done to a dossier closed long ago', async () => {
  const province = anchoredProvince();
  const old = await province.submit('2026-03-02');
  await province.anchorUpTo('2026-03-02');
  province.time.now = parseInstant('2026-05-10T01:25:00+07:00');
  await anchorDays(province);
  const { deps, told } = await nightOf(province);
  await auditNight(deps, '2026-05-09');
  await province.set(keys.event(old.code, 1), { 'event.data.channel': 'counter' });
  const nights: string[] = [];
  for (let night = '2026-05-10'; told.length === 0 && nights.length < 40; night = addDays(night, 1)) {
    await province.anchorUpTo(night);
    await auditNight(deps, night);
    nights.push(night);
  }
  expect(nights.length).toBeLessThanOrEqual(AUDIT_NIGHTS);
  expect(told[0]).toMatchObject({ name: old.code });
});
