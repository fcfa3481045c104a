import { describe, expect, test } from 'vitest';
import type { Caller } from '../../support/api-caller.ts';
import { asTwo, confirm, proposed } from '../../support/as-two.ts';
import {
  accept,
  applicant,
  codesIn,
  consult,
  decide,
  end,
  finish,
  missing,
  PERSON,
  personOf,
  propose,
  resultOf,
  type Staff,
  staffOf,
  tasksOf,
  type Unit,
} from './ended-units.ts';
import { PAID_BEFORE, PLAIN } from './test-procedures.ts';
import { expectRefusal, submission, submitted, type World } from './world.ts';

const COMMUNES = ['H44.150', 'H44.151', 'H44.152'] as const;
const SUCCESSOR = 'H44.149';
const UNTOUCHED = 'H44.148';
/** Divided between two others, by the time these tests are over. */
export const DIVIDED = 'H44.154';

const [A, B, C] = COMMUNES;

/** Where and how a dossier comes to wait for what it waits for when its commune ends. */
const courses = [
  ['reception', A, {}, []],
  ['a step', B, {}, [accept]],
  ['a supplement before acceptance', C, {}, [missing]],
  ['a supplement in processing', A, {}, [accept, missing]],
  ['payment', B, { procedure: PAID_BEFORE }, [accept]],
  ['opinions', C, {}, [accept, consult]],
  ['the signature', A, {}, [accept, propose]],
  ['collection', B, { returnBy: 'counter' }, [accept, propose, { decision: 'approve' }]],
] as const;

/**
 * Units end, merge and are divided, as on 1 July 2025: their dossiers go on, and everybody sees what is theirs by then.
 */
export function units(open: () => World): void {
  describe('three communes become one', () => {
    test('their dossiers go on at the successor, in every state, and to their end', async () => {
      const world = open();
      const { administrator } = world;
      const owner = await personOf(world);
      const staff = new Map<string, Staff>();
      for (const unit of [...COMMUNES, SUCCESSOR, UNTOUCHED]) staff.set(unit, await staffOf(world, unit));
      const at = (unit: string) => staff.get(unit) as Staff;

      const closed = await submitted(owner, { receivingUnit: C, applicant });
      await finish(world, at(C), closed);
      const codes: string[] = [];
      for (const [, unit, more, decisions] of courses) {
        const code = await submitted(owner, { receivingUnit: unit, applicant, ...more });
        for (const decision of decisions) await decide(at(unit), code, decision);
        codes.push(code);
      }
      const collected = codes.at(-1) ?? '';
      await resultOf(at(B), collected);
      const held = (await tasksOf(at(B), codes[1] ?? ''))[0]?.id ?? '';
      await at(B).call('assignTask', { params: { id: held }, body: { assignee: `can-bo.${B}` } });
      const before = (await at(SUCCESSOR).call('countTasks')).body.total;

      await end(world, { [A]: [SUCCESSOR], [B]: [SUCCESSOR], [C]: [SUCCESSOR] });

      const successor = at(SUCCESSOR);
      const work = (await successor.call('listTasks', { query: { limit: '100' } })).body.items;
      expect(work.map(({ dossier }: { dossier: string }) => dossier)).toEqual(expect.arrayContaining(codes));
      expect(work.find(({ id }: { id: string }) => id === held)).toMatchObject({
        unit: SUCCESSOR,
        assignee: null,
      });
      expect((await successor.call('countTasks')).body.total).toBe(before + codes.length);
      expect((await successor.call('countTasks', { query: { unit: A } })).body.total).toBe(0);

      const listed = codesIn(await successor.call('listDossiers', { query: { limit: '100' } }));
      expect(listed).toEqual(expect.arrayContaining(codes));
      expect(listed).not.toContain(closed);
      expect(codesIn(await successor.call('listDossiers', { query: { unit: C } }))).toEqual([closed]);
      expect(codesIn(await successor.call('listDossiers', { query: { unit: A } }))).toEqual([]);

      for (const q of [closed, ...codes, closed.slice(0, -1)]) {
        const found = codesIn(await successor.call('searchDossiers', { query: { q } }));
        expect(found, q).toContain(q.length === closed.length ? q : closed);
      }
      const person = codesIn(await successor.call('searchDossiers', { query: { q: PERSON, limit: '100' } }));
      expect(person).toEqual(expect.arrayContaining([...codes, closed]));
      for (const operation of ['getDossier', 'getHistory', 'getDeadline', 'listPayments']) {
        const read = await successor.call(operation, { params: { code: closed } });
        expect(read.status, operation).toBe(200);
      }
      expect((await successor.call('listResults', { params: { code: closed } })).body.items).toHaveLength(1);

      for (const code of [...codes, closed]) {
        for (const other of [at(A), at(B), at(C), at(UNTOUCHED)])
          expectRefusal(await other.call('getDossier', { params: { code } }), 404, 'not-found');
      }
      expectRefusal(await at(A).call('listTasks'), 400, 'parameter-invalid');
      expectRefusal(await at(UNTOUCHED).call('listDossiers', { query: { unit: A } }), 404, 'not-found');
      expect(codesIn(await at(UNTOUCHED).call('searchDossiers', { query: { q: PERSON } }))).toEqual([]);

      for (const code of codes) {
        const number = await finish(world, successor, code);
        if (code !== collected) expect(number).toMatch(/^H44\.149-KQ2026-/);
      }
      const left = await administrator.call('transferDossiers', {
        params: { code: A },
        body: { apply: true },
      });
      expect([left.status, left.body.items]).toEqual([200, []]);
    });

    test('what comes in afterwards comes in at the successor', async () => {
      const { administrator } = open();
      const owner = await personOf(open());
      expect(await submitted(owner, { receivingUnit: SUCCESSOR, applicant })).toMatch(/^H44\.149-261123-/);
      const body = await submission(owner, { receivingUnit: A, applicant });
      const refused = await owner.call('submitDossier', { body });
      expectRefusal(refused, 422, 'unit-unknown');
      expect(refused.body.errors[0].message).toContain(SUCCESSOR);
      const officer = { id: 'moi.h44-150', unit: A, roles: ['handler'], name: 'Người Mới', active: true };
      expectRefusal(
        await administrator.call('recordOfficers', { body: { officers: [officer] } }),
        422,
        'unit-unknown',
      );
    });
  });

  describe('a commune is divided', () => {
    const [FIRST, SECOND] = ['H44.155', 'H44.156'] as const;

    test('what nobody decided about goes to the first; the administrator gives a dossier to another', async () => {
      const world = open();
      const { administrator } = world;
      const owner = await personOf(world);
      const [kept, given] = [
        await submitted(owner, { receivingUnit: DIVIDED, applicant }),
        await submitted(owner, { receivingUnit: DIVIDED, applicant }),
      ];
      await end(world, { [DIVIDED]: [FIRST, SECOND] });
      const [first, second] = [await staffOf(world, FIRST), await staffOf(world, SECOND)];
      const status = async (by: Caller, code: string) =>
        (await by.call('getDossier', { params: { code } })).status;
      expect([await status(first, kept), await status(first, given)]).toEqual([200, 200]);
      expect([await status(second, kept), await status(second, given)]).toEqual([404, 404]);

      const give = (apply: boolean) => ({
        params: { code: DIVIDED },
        body: { to: SECOND, dossiers: [given], apply },
      });
      const list = async (apply: boolean) => (await administrator.call('transferDossiers', give(apply))).body;
      const told = {
        dossier: given,
        from: FIRST,
        to: SECOND,
        receiving: true,
        competent: true,
        tasks: 1,
        freed: 0,
      };
      expect((await list(false)).items).toEqual([told]);
      const { id, preview } = await proposed(world, 'transferDossiers', give(true));
      expect(preview).toEqual({ dossiers: 1, among: 1, exact: true, differences: [] });
      expect([await status(first, given), await status(second, given)]).toEqual([200, 404]);
      const { body } = await confirm(world, id);
      expect(body).toMatchObject({
        status: 'done',
        progress: { changed: 1, unchanged: 0, conflicts: 0, failed: 0 },
      });
      expect(await list(true)).toEqual({ items: [], unchanged: 1, nextCursor: null });
      const history = await second.call('getHistory', { params: { code: given } });
      expect(history.body.items.at(-1)).toMatchObject({
        actor: { id: 'quantri2.h44', role: 'administrator' },
        data: { type: 'transferred', proposedChange: id },
      });
      expect([await status(first, given), await status(second, given)]).toEqual([404, 200]);
      await finish(world, second, given);
      await finish(world, first, kept);
    });

    test('who was named a successor by mistake, or ended by mistake, is put right', async () => {
      const world = open();
      const { administrator } = world;
      const owner = await personOf(world);
      const [unit, wrong] = ['H44.158', 'H44.159'] as const;
      const code = await submitted(owner, { receivingUnit: unit, applicant });
      const staff = { [unit]: await staffOf(world, unit), [wrong]: await staffOf(world, wrong) };
      const status = async (name: keyof typeof staff) =>
        (await staff[name].call('getDossier', { params: { code } })).status;
      const seen = () => Promise.all([status(unit), status(wrong)]);
      await end(world, { [unit]: [wrong] });
      expect(await seen()).toEqual([404, 200]);
      const { units: published } = (await world.anonymous.call('getOrganization')).body;
      const lasting = published.map((one: Unit) =>
        one.code === unit ? { ...one, validTo: null, successors: [] } : one,
      );
      await asTwo(world, 'publishOrganization', { body: { units: lasting } });
      const back = (body: object) => administrator.call('transferDossiers', { params: { code: unit }, body });
      expectRefusal(await back({ apply: true }), 409, 'unit-in-force');
      expectRefusal(await back({ apply: true, from: wrong, to: wrong }), 409, 'unit-in-force');
      const told = { dossier: code, from: wrong, to: unit, receiving: true, competent: true, tasks: 1 };
      const given: object[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const { body } = await back({ from: wrong, ...(cursor && { cursor }) });
        given.push(...body.items);
        cursor = body.nextCursor;
      }
      // It is in the list of the unit's tasks and in that of its open dossiers.
      const one = { ...told, freed: 0 };
      expect(given).toEqual([one, one]);
      const { body } = await asTwo(world, 'transferDossiers', {
        params: { code: unit },
        body: { apply: true, from: wrong },
      });
      expect(body.progress).toMatchObject({ changed: 1, conflicts: 0 });
      expect(await seen()).toEqual([200, 404]);
      const found = await staff[unit].call('searchDossiers', { query: { q: PERSON, limit: '100' } });
      expect(codesIn(found)).toEqual([code]);
    });

    test('pages of what is left are read on to their end', async () => {
      const { administrator } = open();
      const pages: number[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const { body } = await administrator.call('transferDossiers', {
          params: { code: DIVIDED },
          body: { limit: 1, ...(cursor && { cursor }) },
        });
        pages.push(body.items.length);
        cursor = body.nextCursor;
      }
      expect(pages).toEqual([0, 0, 0]);
    });

    test.each([
      ['a unit that lasts', UNTOUCHED, {}, 409, 'unit-in-force'],
      ['one that is not there', 'H44.999', {}, 422, 'unit-unknown'],
      ['to one that does not succeed', DIVIDED, { to: UNTOUCHED }, 422, 'request-invalid'],
      ['what is no code', 'x', {}, 400, 'parameter-invalid'],
      ['another list’s cursor', DIVIDED, { cursor: 'eA' }, 400, 'cursor-invalid'],
    ])('nothing is handed over of %s', async (_, code, body, status, problem) => {
      const refused = await open().administrator.call('transferDossiers', { params: { code }, body });
      expectRefusal(refused, status, problem);
    });

    test('nothing of one that nobody succeeds', async () => {
      const world = open();
      const { administrator } = world;
      const unit = 'H44.157';
      const { items } = (await administrator.call('listOfficers', { query: { unit } })).body;
      expectRefusal(await end(world, { [unit]: [] }), 409, 'unit-in-use');
      const gone = items.map((officer: object) => ({ ...officer, active: false }));
      await administrator.call('recordOfficers', { body: { officers: gone } });
      expect((await end(world, { [unit]: [] })).status).toBe(200);
      const refused = await administrator.call('transferDossiers', { params: { code: unit }, body: {} });
      expectRefusal(refused, 409, 'unit-in-use');
    });
  });

  test('a plain dossier of a commune that lasts is not touched by all this', async () => {
    const owner = await personOf(open());
    const code = await submitted(owner, { procedure: PLAIN, applicant });
    const { body } = await owner.call('getHistory', { params: { code } });
    expect(body.items.map(({ data }: { data: { type: string } }) => data.type)).toEqual(['submitted']);
  });
}
