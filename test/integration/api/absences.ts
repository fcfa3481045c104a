import { describe, expect, test } from 'vitest';
import type { Caller } from '../../support/api-caller.ts';
import { accepted, expectRefusal, OTHER_UNIT, UNIT, type World } from './world.ts';

const params = { code: UNIT };
const [AWAY, SUBSTITUTE] = ['thuly1.h44-101', 'thuly2.h44-101'];

/** Who is away, and who takes over what they hold. */
export function absences(open: () => World): void {
  describe('absence and substitution', () => {
    const today = () => new Date(open().clock.now() + 7 * 3600_000).toISOString().slice(0, 10);
    const take = (by: Caller, id: string, assignee: string) =>
      by.call('assignTask', { params: { id }, body: { assignee } });

    test('the substitute takes over what a colleague holds who is away, and nobody gives them more', async () => {
      const world = open();
      const { handler, otherHandler, leader, otherReception } = world;
      const { task } = await accepted(world);
      const { task: second } = await accepted(world);
      const other = await accepted(world);
      expect((await take(handler, task, AWAY)).status).toBe(200);
      expectRefusal(await take(otherHandler, task, SUBSTITUTE), 409, 'task-assigned');

      const order = { officer: AWAY, from: today(), to: today(), substitute: SUBSTITUTE };
      const recorded = await handler.call('recordAbsence', { params, body: order });
      expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
      expect(recorded.body).toMatchObject({ ...order, recordedBy: AWAY, endedOn: null });
      const refused = await take(leader, second, AWAY);
      expectRefusal(refused, 409, 'officer-away');
      expect(refused.body.detail).toContain(SUBSTITUTE);
      const held = await otherHandler.call('listTasks', { query: { assignee: AWAY, limit: '100' } });
      expect(held.body.items.map(({ id }: { id: string }) => id)).toContain(task);
      expect(held.body.items.every((one: { assignee: string }) => one.assignee === AWAY)).toBe(true);
      expect((await take(otherHandler, task, SUBSTITUTE)).body.assignee).toBe(SUBSTITUTE);
      // Who is away and works all the same is not kept from it.
      expect((await take(handler, other.task, AWAY)).status).toBe(200);

      const listed = (by: Caller) => by.call('listAbsences', { params });
      expect((await listed(world.reception)).body.items[0]).toEqual(recorded.body);
      expectRefusal(await listed(otherReception), 404, 'not-found');

      const end = { params: { ...params, id: recorded.body.id }, body: { on: yesterdayOf(today()) } };
      expectRefusal(await otherHandler.call('endAbsence', end), 403, 'forbidden');
      expect((await leader.call('endAbsence', end)).body.endedOn).toBe(yesterdayOf(today()));
      expect((await take(leader, second, AWAY)).status).toBe(200);
    });

    test('what is none, or would leave nobody, is refused beside its field', async () => {
      const { administrator, handler, leader } = open();
      const good = { officer: AWAY, from: '2028-03-01', to: '2028-03-10', substitute: SUBSTITUTE };
      const record = (own: object, by: Caller = leader) =>
        by.call('recordAbsence', { params, body: { ...good, ...own } });
      expectRefusal(await record({ officer: SUBSTITUTE, substitute: null }, handler), 403, 'forbidden');
      for (const [own, pointer] of [
        [{ to: '2028-02-28' }, '/to'],
        [{ from: '2026-01-01', to: '2026-01-02' }, '/to'],
        [{ to: '2030-03-10' }, '/to'],
        [{ officer: 'khong.co' }, '/officer'],
        [{ substitute: AWAY }, '/substitute'],
        [{ substitute: 'thuly1.h44-102' }, '/substitute'],
        [{ substitute: 'tiepnhan.h44-101' }, '/substitute'],
      ] as const) {
        const refused = await record(own);
        expectRefusal(refused, 422, 'request-invalid');
        expect(refused.body.errors).toMatchObject([{ pointer }]);
      }
      expect((await record({}, administrator)).status).toBe(201);
      expectRefusal(await record({ from: '2028-03-10', to: '2028-03-11' }), 409, 'absence-overlaps');
      const chain = { officer: SUBSTITUTE, substitute: AWAY };
      expectRefusal(await record(chain), 409, 'absence-overlaps');
      const elsewhere = { params: { code: OTHER_UNIT }, body: good };
      expectRefusal(await leader.call('recordAbsence', elsewhere), 404, 'not-found');
      const none = { params: { ...params, id: 'ab_00000000000000000000000000' }, body: { on: '2028-03-02' } };
      expectRefusal(await leader.call('endAbsence', none), 404, 'not-found');
      const wrong = { params: { code: 'x', id: 'x' } };
      expectRefusal(await leader.call('listAbsences', wrong), 400, 'parameter-invalid');
      const end = { ...wrong, body: { on: '2028-03-02' } };
      expectRefusal(await leader.call('recordAbsence', { ...wrong, body: good }), 400, 'parameter-invalid');
      expectRefusal(await leader.call('endAbsence', end), 400, 'parameter-invalid');
    });
  });
}

const yesterdayOf = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
