import { describe, expect, test } from 'vitest';
import { devCaller } from '../../support/api-caller.ts';
import { asTwo, confirm, proposed } from '../../support/as-two.ts';
import type { Unit } from './ended-units.ts';
import { URGENT } from './test-procedures.ts';
import { accepted, expectRefusal, UNIT, type World } from './world.ts';

const outage = (from: string, to: string) => ({
  kind: 'outage',
  from: `2026-11-${from}:00+07:00`,
  to: `2026-11-${to}:00+07:00`,
  reason: 'Mất điện toàn trung tâm',
});

/** The calendar in force, with a day off of one unit in a year to come. */
async function calendarWith({ anonymous }: World, date: string) {
  const { workCalendar, version } = (await anonymous.call('getWorkCalendar')).body;
  const name = { vi: 'Nghỉ bù', en: 'Day off' };
  const units = [{ unit: 'H44.146', daysOff: [{ date, name }] }];
  return { version, body: { ...workCalendar, units } };
}

/** What one administrator can do to many takes a second one. */
export function twoAdministrators(open: () => World): void {
  describe('two administrators', () => {
    test('another calendar is in force once the second one confirms it, and confirming again changes nothing', async () => {
      const world = open();
      const { administrator, secondAdministrator, anonymous, auditor } = world;
      const { version, body } = await calendarWith(world, '2027-03-01');
      const change = await proposed(world, 'publishWorkCalendar', { body });
      expect(change).toMatchObject({ kind: 'workCalendar', status: 'proposed', proposedBy: 'quantri.h44' });
      expect(change.preview.dossiers).toBeGreaterThan(0);
      expect(change.preview.differences).toContain('/units/0');
      const params = { id: change.id };
      const inForce = async () => (await anonymous.call('getWorkCalendar')).body.version;
      expect(await inForce()).toBe(version);
      expectRefusal(await administrator.call('confirmProposedChange', { params }), 403, 'four-eyes');
      const stale = { params, headers: { 'if-match': '"7"' } };
      expectRefusal(
        await secondAdministrator.call('confirmProposedChange', stale),
        412,
        'precondition-failed',
      );
      expect(await inForce()).toBe(version);

      const done = await confirm(world, change.id);
      expect(done.body).toMatchObject({ status: 'done', confirmedBy: 'quantri2.h44' });
      expect((await confirm(world, change.id)).body).toEqual(done.body);
      expect(await inForce()).toBe(version + 1);
      const read = await auditor.call('getProposedChange', { params });
      expect(read.body.content).toMatchObject({ kind: 'workCalendar', workCalendar: body });
      expect(read.body.trail.map(({ what, by }: { what: string; by: string }) => `${what} ${by}`)).toEqual([
        'proposed quantri.h44',
        'confirmed quantri2.h44',
        'done quantri2.h44',
      ]);
      const { items } = (await auditor.call('listProposedChanges', { query: { limit: '1' } })).body;
      expect(items).toEqual([done.body]);
    });

    test('another workflow is in force for new dossiers once the second one confirms it', async () => {
      const world = open();
      const { administrator, anonymous } = world;
      const params = { code: URGENT };
      const inForce = async () => (await anonymous.call('getWorkflow', { params })).body;
      const { version, workflow } = await inForce();
      const body = { workflow: { ...workflow, approvedBy: '9/QĐ-UBND' } };
      const change = await proposed(world, 'publishWorkflow', { params, body });
      expect(change).toMatchObject({ kind: 'workflow', preview: { differences: ['/approvedBy'] } });
      const late = await proposed(world, 'publishWorkflow', {
        params,
        body: { workflow: { ...workflow, approvedBy: '8/QĐ-UBND' } },
      });
      expect(await inForce()).toMatchObject({ version });
      expectRefusal(
        await administrator.call('confirmProposedChange', { params: { id: change.id } }),
        403,
        'four-eyes',
      );
      expect((await confirm(world, change.id)).body).toMatchObject({ status: 'done' });
      expect(await inForce()).toMatchObject({ version: version + 1, workflow: { approvedBy: '9/QĐ-UBND' } });
      expect((await anonymous.call('getProcedure', { params })).body.workflowVersion).toBe(version + 1);
      expectRefusal(await confirm(world, late.id), 409, 'proposed-change-outdated');
    });

    test('an import brings the first workflow of a procedure and replaces none', async () => {
      const { administrator, anonymous } = open();
      const params = { code: URGENT };
      const { procedure } = (await anonymous.call('getProcedure', { params })).body;
      const { version, workflow } = (await anonymous.call('getWorkflow', { params })).body;
      const items = [{ procedure, workflow: { ...workflow, approvedBy: '7/QĐ-UBND' } }];
      const { body } = await administrator.call('importProcedures', { body: { shape: 'motcua', items } });
      expect(body.rows[0].warnings).toMatchObject([{ code: 'workflow-kept' }]);
      expect((await anonymous.call('getWorkflow', { params })).body.version).toBe(version);
    });

    test('what was based on another version in force is refused', async () => {
      const world = open();
      const { body } = await calendarWith(world, '2027-03-02');
      const other = (await calendarWith(world, '2027-03-03')).body;
      const late = await proposed(world, 'publishWorkCalendar', { body });
      await asTwo(world, 'publishWorkCalendar', { body: other });
      expectRefusal(await confirm(world, late.id), 409, 'proposed-change-outdated');
    });

    test('what is not there, or asked wrongly, is refused', async () => {
      const { administrator, secondAdministrator } = open();
      const list = (query: Record<string, string>) => administrator.call('listProposedChanges', { query });
      expectRefusal(await list({ limit: '0' }), 400, 'parameter-invalid');
      expectRefusal(await list({ cursor: 'x.y' }), 400, 'cursor-invalid');
      const wrong = { params: { id: 'x' } };
      expectRefusal(await administrator.call('getProposedChange', wrong), 400, 'parameter-invalid');
      const none = { params: { id: 'pc_00000000000000000000000000' } };
      expectRefusal(await secondAdministrator.call('confirmProposedChange', none), 404, 'not-found');
    });

    test('two accounts of one person are one administrator', async () => {
      const world = open();
      const { url, conformance, administrator } = world;
      const ids = ['mot.nguoi', 'cung.nguoi'];
      const officers = ids.map(id => ({
        id,
        unit: 'H44',
        roles: ['administrator'],
        name: 'Một Người',
        active: true,
        identityNumber: '025190000011',
      }));
      await administrator.call('recordOfficers', { body: { officers } });
      const [first, second] = await Promise.all(
        ids.map(id => devCaller({ url, conformance }, id, { kind: 'administrator', id, unit: 'H44' })),
      );
      if (!first || !second) throw new Error('two accounts');
      const { body } = await calendarWith(world, '2027-03-04');
      const { id } = await proposed({ administrator: first }, 'publishWorkCalendar', { body });
      expectRefusal(await confirm({ secondAdministrator: second }, id), 403, 'four-eyes');
      await second.call('withdrawProposedChange', { params: { id }, body: {} });
      expectRefusal(await confirm(world, id), 409, 'proposed-change-settled');
    });

    test('an outage moves dates once it is confirmed, each by an event that names it', async () => {
      const world = open();
      const { owner, reception, administrator } = world;
      const { code } = await accepted(world, { procedure: URGENT });
      const due = async () => (await owner.call('getDossier', { params: { code } })).body.dueAt;
      const before = await due();
      // Two working hours from 9 o'clock: the outage takes what is left of the morning.
      const now = new Date(world.clock.now() + 3 * 3600_000);
      await world.clock.advanceTo(now.getTime());
      const at = (hours: number) => new Date(now.getTime() + hours * 3600_000).toISOString();
      const cause = { kind: 'outage', from: at(-2), to: at(0), reason: 'Mất điện toàn trung tâm' };
      const listed = await administrator.call('replan', { body: { unit: UNIT, cause, limit: 100 } });
      expect(listed.status).toBe(200);
      const change = await proposed(world, 'replan', { body: { unit: UNIT, cause, apply: true } });
      expect(change.preview.dossiers).toBeGreaterThan(0);
      expect(change.about).toContain('Mất điện toàn trung tâm');
      expect(await due()).toBe(before);
      const done = await confirm(world, change.id);
      expect(done.body).toMatchObject({ status: 'done', progress: { conflicts: 0 } });
      expect(done.body.progress.changed).toBe(change.preview.dossiers);
      expect(Date.parse(await due())).toBeGreaterThan(Date.parse(before));
      const data = async (by: typeof owner) => {
        const { items } = (await by.call('getHistory', { params: { code }, query: { limit: '100' } })).body;
        return items.filter((one: { data: { type: string } }) => one.data.type === 'replanned');
      };
      expect(await data(reception)).toMatchObject([
        { data: { proposedChange: change.id }, actor: { id: 'quantri2.h44' } },
      ]);
      expect(JSON.stringify(await data(owner))).not.toContain(change.id);
      expect((await confirm(world, change.id)).body).toEqual(done.body);
      // Credited already: nothing is left to propose.
      const again = await administrator.call('replan', { body: { unit: UNIT, cause, apply: true } });
      expect([again.status, again.body.items]).toEqual([200, []]);
      expectRefusal(
        await administrator.call('withdrawProposedChange', { params: { id: change.id }, body: {} }),
        409,
        'proposed-change-settled',
      );
      // It goes through every open dossier of the suite.
    }, 180_000);

    test.each([
      ['that is yet to come', outage('24T08:00', '29T08:00')],
      ['that ends before it begins', outage('20T08:00', '19T08:00')],
      ['of more than thirty days', { ...outage('20T08:00', '20T08:00'), from: '2026-10-20T07:59:59+07:00' }],
    ])('an outage %s is none, listed or proposed', async (_, cause) => {
      for (const apply of [false, true]) {
        const answer = await open().administrator.call('replan', { body: { unit: UNIT, cause, apply } });
        expectRefusal(answer, 422, 'request-invalid');
        expect(answer.body.errors).toMatchObject([{ pointer: '/cause/to' }]);
      }
    });

    test('all units are gone through where none is named', async () => {
      const { administrator } = open();
      const cause = outage('20T08:00', '20T09:00');
      const units = new Set<string>();
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await administrator.call('replan', {
          body: { cause: { kind: 'workCalendar', version: 1 }, limit: 100, ...(cursor && { cursor }) },
        });
        expect(page.status).toBe(200);
        for (const { dossier } of page.body.items) units.add(dossier.slice(0, 7));
        cursor = page.body.nextCursor;
      }
      // Before any of these dossiers came in, so it touches none: nobody is needed for that.
      const answer = await administrator.call('replan', { body: { cause, apply: true } });
      expect([200, 202]).toContain(answer.status);
    });

    test('units that got work in the meantime do not end without a successor', async () => {
      const world = open();
      const { administrator, anonymous } = world;
      const code = 'H44.147';
      const { items } = (await administrator.call('listOfficers', { query: { unit: code } })).body;
      const record = (active: boolean) =>
        administrator.call('recordOfficers', {
          body: { officers: items.map((officer: object) => ({ ...officer, active })) },
        });
      await record(false);
      const { units } = (await anonymous.call('getOrganization')).body;
      const body = {
        units: units.map((unit: Unit) => (unit.code === code ? { ...unit, validTo: '2026-11-22' } : unit)),
      };
      const { id } = await proposed(world, 'publishOrganization', { body });
      await record(true);
      expectRefusal(await confirm(world, id), 409, 'unit-in-use');
      const params = { id };
      const reason = { reason: 'x' };
      expectRefusal(
        await administrator.call('withdrawProposedChange', { params, body: reason }),
        422,
        'request-invalid',
      );
      const withdrawn = await administrator.call('withdrawProposedChange', {
        params,
        body: { reason: 'Đơn vị còn việc' },
      });
      expect(withdrawn.body).toMatchObject({
        status: 'withdrawn',
        withdrawnBy: 'quantri.h44',
        withdrawnBecause: 'Đơn vị còn việc',
      });
      const again = await administrator.call('withdrawProposedChange', { params, body: {} });
      expect(again.body).toEqual(withdrawn.body);
    });
  });
}
