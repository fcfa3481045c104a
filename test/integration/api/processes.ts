import { describe, expect, test } from 'vitest';
import { PLAIN } from './test-procedures.ts';
import { expectRefusal, signed, submitted, UNIT, type World } from './world.ts';

const params = { code: UNIT, procedure: PLAIN };

/** How processes do, told from the ledgers. */
export function processes(open: () => World): void {
  describe('the indicators of a process', () => {
    test('count what the unit decided, step by step, and name nobody', async () => {
      const world = open();
      await signed(world);
      await submitted(world.owner);
      const today = new Date(world.clock.now() + 7 * 3600_000).toISOString().slice(0, 10);
      const answer = await world.leader.call('getProcessIndicators', { params });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer.body).toMatchObject({ unit: UNIT, procedure: PLAIN, to: today });
      const [version] = answer.body.versions;
      expect(version.dossiers).toBeGreaterThan(version.decided);
      expect(version.decided).toBeGreaterThan(0);
      expect(version.onTime).toBeLessThanOrEqual(version.decided);
      expect(version.steps.length).toBeGreaterThan(1);
      for (const step of version.steps) expect(step.inTime).toBeLessThanOrEqual(step.done);
      expect(JSON.stringify(answer.body)).not.toContain('Nguyễn Văn An');
    });

    test('of more than 366 days are refused', async () => {
      const { leader } = open();
      const query = { from: '2020-01-01', to: '2020-12-31' };
      expect((await leader.call('getProcessIndicators', { params, query })).status).toBe(200);
      for (const to of ['2021-01-01', undefined])
        expectRefusal(
          await leader.call('getProcessIndicators', {
            params,
            query: { from: query.from, ...(to && { to }) },
          }),
          422,
          'period-too-long',
        );
    });

    test('of days without dossiers are none, and of a unit that is none not found', async () => {
      const { leader, overseer } = open();
      const query = { from: '2020-01-01', to: '2020-01-31' };
      expect((await leader.call('getProcessIndicators', { params, query })).body.versions).toEqual([]);
      const never = { params, query: { from: 'x' } };
      expectRefusal(await leader.call('getProcessIndicators', never), 400, 'parameter-invalid');
      const elsewhere = { params: { ...params, code: 'H44.999' } };
      expectRefusal(await overseer.call('getProcessIndicators', elsewhere), 404, 'not-found');
    });
  });
}
