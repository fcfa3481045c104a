import { describe, expect, test } from 'vitest';
import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../../../law/calendars/national.ts';
import { workflowTemplateNamed } from '../../../province/workflow-templates.ts';
import { samplePaper } from '../../../start/demo/sample-paper.ts';
import type { Caller } from '../../support/api-caller.ts';
import { rightPng } from '../../support/files/pictures.ts';
import {
  ELSEWHERE,
  FOREIGNERS_ONLY,
  faultyWorkflow,
  LONG,
  PAID_AT_RETURN,
  PAID_BEFORE,
  PLAIN,
  PORTALS_ONLY,
  URGENT,
  WITHOUT_WORKFLOW,
  workflow,
} from './test-procedures.ts';

import {
  accepted,
  decided,
  expectRefusal,
  file,
  OTHER_UNIT,
  signed,
  submission,
  submitted,
  UNIT,
  type World,
} from './world.ts';

const png = rightPng();
const ASK = { decision: 'requestSupplement', reason: 'Thiếu giấy tờ', items: ['Giấy tờ kèm theo'] };
const APOLOGY = 'Xin lỗi và đề nghị gia hạn.';

/** Files that may not be referred to, each with the code of its refusal. */
export async function badFiles(by: Caller, taken: string): Promise<[string, number, string][]> {
  return [
    ['f_00000000000000000000000000', 422, 'file-unknown'],
    [await file(by, { upload: false }), 422, 'file-not-uploaded'],
    [await file(by, { bytes: png }), 422, 'file-differs'],
    [await file(by, { bytes: samplePaper('cut off').bytes.subarray(0, 200) }), 422, 'file-unusable'],
    [taken, 409, 'file-in-use'],
  ];
}

/** The refusals of the documented codes, one operation after the other. */
export function refusals(open: () => World): void {
  describe('submissions are refused', () => {
    test.each([
      [{ receivingUnit: 'H44' }, 422, 'unit-not-receiving'],
      [{ competentUnit: OTHER_UNIT }, 422, 'unit-not-receiving'],
      [{ channel: 'counter' }, 422, 'channel-not-offered'],
      [{ procedure: URGENT, channel: 'post' }, 422, 'channel-not-offered'],
      [{ components: [{ component: 'c9', paperCopies: 1 }] }, 422, 'component-unknown'],
      [{ procedure: WITHOUT_WORKFLOW }, 409, 'procedure-closed'],
      [{ procedure: ELSEWHERE }, 409, 'decided-elsewhere'],
      [{ procedure: PORTALS_ONLY }, 409, 'submit-at-national-portal'],
      [{ procedure: FOREIGNERS_ONLY }, 422, 'applicant-not-entitled'],
    ])('%j: %i %s', async (own, status, code) => {
      const { owner } = open();
      expectRefusal(await owner.call('submitDossier', { body: await submission(owner, own) }), status, code);
    });

    test('at the wrong door, whoever comes, in the language asked for and with the right address', async () => {
      const { reception, portal } = open();
      const paper = { components: [{ component: 'c1', paperCopies: 1 }], procedure: ELSEWHERE };
      for (const [by, channel] of [[reception, 'counter'] as const, [portal, 'online'] as const]) {
        const answer = await by.call('submitDossier', {
          body: await submission(by, { ...paper, channel }),
          headers: { 'accept-language': 'en' },
        });
        expectRefusal(answer, 409, 'decided-elsewhere');
        expect(answer.body).toMatchObject({
          detail: expect.stringContaining(
            'has been decided in the ministry’s system (https://hethong.example.gov.vn)',
          ),
          authoritativeSystem: { address: 'https://hethong.example.gov.vn', since: '2026-09-01' },
          submitAt: 'https://dichvucong.gov.vn',
        });
      }
      const { anonymous } = open();
      const { body } = await anonymous.call('getProcedure', { params: { code: ELSEWHERE } });
      expect(body).toMatchObject({
        state: 'closed',
        closedBecause: expect.stringContaining('hethong.example'),
      });
    });

    test('at level 1, at another unit’s counter, for somebody else without saying why', async () => {
      const { owner, ownerLevel1, otherReception, stranger } = open();
      const body = await submission(owner);
      expectRefusal(await ownerLevel1.call('submitDossier', { body }), 403, 'identity-level-too-low');
      const counter = { ...body, channel: 'counter' };
      expectRefusal(await otherReception.call('submitDossier', { body: counter }), 404, 'not-found');
      expectRefusal(await stranger.call('submitDossier', { body }), 422, 'request-invalid');
    });
  });

  test('a supplement is refused', async () => {
    const { owner, ownerLevel1, stranger, reception } = open();
    const paper = await file(owner);
    const code = await submitted(owner, { components: [{ component: 'c1', files: [paper] }] });
    const other = await file(owner);
    await submitted(owner, { components: [{ component: 'c1', files: [other] }] });
    const call = (by: Caller, files: string[], more: { component?: string; ifMatch?: string } = {}) =>
      by.call('supplementDossier', {
        params: { code },
        body: {
          components: [{ component: more.component ?? 'c2', files, paperCopies: files.length === 0 ? 1 : 0 }],
        },
        ...(more.ifMatch !== undefined && { headers: { 'if-match': more.ifMatch } }),
      });
    expectRefusal(await call(owner, []), 409, 'state-conflict');
    await decided(reception, `${code}.t1`, ASK);
    for (const [id, status, refusal] of await badFiles(owner, other))
      expectRefusal(await call(owner, [id]), status, refusal);
    expectRefusal(await call(owner, [], { component: 'c9' }), 422, 'component-unknown');
    expectRefusal(await call(owner, [], { ifMatch: '"1"' }), 412, 'precondition-failed');
    expectRefusal(await call(ownerLevel1, []), 403, 'identity-level-too-low');
    expectRefusal(await call(stranger, []), 404, 'not-found');
  });

  test('a withdrawal is refused', async () => {
    const { owner, ownerLevel1, stranger } = open();
    const code = await submitted(owner);
    const call = (by: Caller, headers = {}) =>
      by.call('withdrawDossier', { params: { code }, body: {}, headers });
    expectRefusal(await call(owner, { 'if-match': '"9"' }), 412, 'precondition-failed');
    expectRefusal(await call(ownerLevel1), 403, 'identity-level-too-low');
    expectRefusal(await call(stranger), 404, 'not-found');
    expect((await call(owner)).status).toBe(200);
    expectRefusal(await call(owner), 409, 'state-conflict');
  });

  describe('decisions are refused', () => {
    const decide = (by: Caller, id: string, body: Record<string, unknown>, headers = {}) =>
      by.call('decideTask', { params: { id }, body, headers });

    test('what neither the phase nor the workflow allows, an old version, another holder, a closed task', async () => {
      const { reception, handler, otherHandler, leader } = open();
      const { task } = await accepted(open());
      const approve = { decision: 'approve', text: 'Đồng ý' };
      expectRefusal(await decide(handler, task, { decision: 'accept' }), 409, 'decision-not-allowed');
      expectRefusal(await decide(handler, task, approve, { 'if-match': '"1"' }), 412, 'precondition-failed');
      expectRefusal(await decide(handler, task, { decision: 'approve' }), 422, 'request-invalid');
      const unprintable = { decision: 'approve', text: 'Đồng ý 😀' };
      expectRefusal(await decide(handler, task, unprintable), 422, 'text-not-printable');
      await leader.call('assignTask', { params: { id: task }, body: { assignee: 'thuly2.h44-101' } });
      expectRefusal(await decide(handler, task, approve), 409, 'task-assigned');
      expectRefusal(await decide(reception, task, approve), 403, 'forbidden');
      await decided(otherHandler, task, approve);
      expectRefusal(
        await decide(otherHandler, task, { decision: 'stop', reason: 'Dừng' }),
        409,
        'task-closed',
      );
    });

    test('a second supplement at the same stage, and papers that are not right', async () => {
      const { owner, reception } = open();
      const taken = await file(reception);
      await submitted(reception, { channel: 'counter', components: [{ component: 'c1', files: [taken] }] });
      const code = await submitted(owner);
      const asked = await decided(reception, `${code}.t1`, ASK);
      const record = (component: string, files: string[]) =>
        decide(reception, asked.nextTask, {
          decision: 'recordSupplement',
          components: [{ component, files, paperCopies: files.length === 0 ? 1 : 0 }],
        });
      expectRefusal(await record('c9', []), 422, 'component-unknown');
      for (const [id, status, refusal] of await badFiles(reception, taken))
        expectRefusal(await record('c2', [id]), status, refusal);
      expect((await record('c2', [])).status).toBe(200);
      expectRefusal(await decide(reception, `${code}.t3`, ASK), 409, 'supplement-once');
    });

    test('why it is due, at a moment before it was there or beyond every calendar', async () => {
      const { handler } = open();
      const { code } = await accepted(open());
      const then = (at: string) => handler.call('getDeadline', { params: { code }, query: { at } });
      expectRefusal(await then('0020-02-29T00:00:00Z'), 404, 'not-found');
      expectRefusal(await then('5966-10-26T20:14:33+07:12'), 422, 'deadline-invalid');
    });
    test('an extension that is not later, of no computable date, a second one, or too late', async () => {
      const { handler, signer } = open();
      const { code, task } = await accepted(open());
      const extend = (newDueOn: string, id = task) =>
        decide(handler, id, { decision: 'extend', reason: 'Cần thêm thời gian', newDueOn, apology: APOLOGY });
      expectRefusal(await extend('2026-11-24'), 422, 'extension-not-later');
      expectRefusal(await extend('1999-01-04'), 422, 'extension-not-later');
      expectRefusal(await extend('2950-01-04'), 422, 'deadline-invalid');
      expectRefusal(await extend('2027-06-01'), 422, 'extension-too-long');
      expect((await extend('2026-12-18')).status).toBe(200);
      expectRefusal(await extend('2026-12-21'), 409, 'extension-proposed');
      const { extension } = (await signer.call('getTask', { params: { id: `${code}.t3` } })).body;
      const sign = { decision: 'signApology', proposal: extension.digest };
      expectRefusal(await decide(handler, `${code}.t3`, sign), 403, 'forbidden');
      const other = { ...sign, proposal: '0'.repeat(64) };
      expectRefusal(await decide(signer, `${code}.t3`, other), 409, 'proposal-changed');
      const { dossier } = await decided(signer, `${code}.t3`, sign);
      expect(dossier.dueOn).toBe('2026-12-18');
      expectRefusal(await extend('2026-12-21'), 409, 'extension-once');
      const urgent = await accepted(open(), { procedure: URGENT });
      expectRefusal(await extend('2026-11-30', urgent.task), 409, 'extension-too-late');
    });

    test('what is not proposed, and agencies that are not waited for without being named', async () => {
      const { handler, signer } = open();
      const { code, task } = await accepted(open());
      await decided(handler, task, { decision: 'consult', question: 'Đề nghị cho ý kiến' });
      const proceed = { decision: 'proceed', reason: 'Việc gấp' };
      expectRefusal(await decide(handler, `${code}.t3`, proceed), 409, 'consultation-running');
      await decided(handler, `${code}.t3`, { ...proceed, unheard: ['H44.03.01'] });
      await decided(handler, `${code}.t5`, { decision: 'refuse', reason: 'Không đủ điều kiện' });
      const approve = { decision: 'approve', proposal: '0'.repeat(64) };
      expectRefusal(await decide(signer, `${code}.t6`, { decision: 'approve' }), 422, 'request-invalid');
      expectRefusal(await decide(signer, `${code}.t6`, approve), 409, 'proposal-changed');
    });

    test('a fee that is not due, is another amount, or was not paid', async () => {
      const { owner, reception, handler } = open();
      const pay = (id: string, amount: number) =>
        decide(reception, id, { decision: 'recordPayment', amount, method: 'cash' });
      const free = await submitted(owner);
      expectRefusal(await pay(`${free}.t1`, 0), 409, 'state-conflict');
      const { code } = await accepted(open(), { procedure: PAID_BEFORE });
      const waiting = (await owner.call('getDossier', { params: { code } })).body;
      expect(waiting.handling).toBe('awaitingPayment');
      expectRefusal(await pay(waiting.tasks[0].id, 1), 422, 'fee-amount-wrong');
      const step = await decided(reception, waiting.tasks[0].id, {
        decision: 'recordPayment',
        amount: 15_000,
        method: 'transfer',
      });
      expect((await handler.call('getTask', { params: { id: step.nextTask } })).status).toBe(200);
      const ready = await signed(open(), { procedure: PAID_AT_RETURN });
      expectRefusal(await decide(reception, ready.tasks[0].id, { decision: 'handOver' }), 409, 'fee-unpaid');
    });
  });

  test('an assignment is refused', async () => {
    const { handler, otherHandler, leader } = open();
    const { task } = await accepted(open());
    const assign = (by: Caller, assignee: string | null, headers = {}) =>
      by.call('assignTask', { params: { id: task }, body: { assignee }, headers });
    expectRefusal(await assign(leader, 'thuly1.h44-102'), 422, 'request-invalid');
    expectRefusal(await assign(handler, 'thuly2.h44-101'), 403, 'forbidden');
    expectRefusal(await assign(leader, null, { 'if-match': '"1"' }), 412, 'precondition-failed');
    expect((await assign(otherHandler, 'thuly2.h44-101')).status).toBe(200);
    expectRefusal(await assign(handler, 'thuly1.h44-101'), 409, 'task-assigned');
    await decided(otherHandler, task, { decision: 'stop', reason: 'Dừng xử lý' });
    expectRefusal(await assign(leader, 'thuly1.h44-101'), 409, 'task-closed');
  });

  test('lists refuse bad parameters, and a unit that is not theirs', async () => {
    const { administrator, anonymous, reception, owner, otherReception } = open();
    for (const [by, id] of [
      [anonymous, 'listProcedures'],
      [administrator, 'listOfficers'],
      [owner, 'listDossiers'],
      [reception, 'listTasks'],
    ] as const) {
      for (const query of [{ limit: '0' }, { limit: '101' }, { limit: 'ten' }, { unknown: '1' }])
        expectRefusal(await by.call(id, { query }), 400, 'parameter-invalid');
      expectRefusal(await by.call(id, { query: { cursor: 'bm8.bm8' } }), 400, 'cursor-invalid');
    }
    expectRefusal(await owner.call('listDossiers', { query: { unit: UNIT } }), 404, 'not-found');
    expectRefusal(await otherReception.call('listTasks', { query: { unit: UNIT } }), 404, 'not-found');
  });

  test('what does not exist is not found', async () => {
    const { anonymous, administrator, owner, reception } = open();
    const params = { code: '1.999999' };
    expectRefusal(await anonymous.call('getProcedure', { params }), 404, 'not-found');
    const old = { params: { code: PLAIN }, query: { version: '99' } };
    expectRefusal(await anonymous.call('getProcedure', old), 404, 'not-found');
    expectRefusal(await anonymous.call('listReliefs', { params }), 404, 'not-found');
    expectRefusal(await anonymous.call('getWorkflow', { params }), 404, 'not-found');
    expectRefusal(await anonymous.call('getWorkCalendar', { query: { version: '99' } }), 404, 'not-found');
    expectRefusal(
      await anonymous.call('verifyResult', {
        params: { number: 'H44.101-KQ2026-999999' },
        query: { sha256: '0'.repeat(64) },
      }),
      404,
      'not-found',
    );
    const unknown = { code: 'H44.101-261123-9999' };
    expectRefusal(await anonymous.call('trackDossier', { params: unknown }), 404, 'not-found');
    for (const id of ['getDossier', 'getHistory', 'getDeadline', 'listPayments', 'listResults'])
      expectRefusal(await owner.call(id, { params: unknown }), 404, 'not-found');
    const task = { id: 'H44.101-261123-9999.t1' };
    expectRefusal(await reception.call('getTask', { params: task }), 404, 'not-found');
    const body = { decision: 'accept' };
    expectRefusal(await reception.call('decideTask', { params: task, body }), 404, 'not-found');
    const nobody = { params: task, body: { assignee: null } };
    expectRefusal(await reception.call('assignTask', nobody), 404, 'not-found');
    const flow = { params, body: { workflow: workflow('1.999999') } };
    expectRefusal(await administrator.call('publishWorkflow', flow), 404, 'not-found');
    const state = { params, body: { state: 'open' } };
    expectRefusal(await administrator.call('setProcedureState', state), 404, 'not-found');
  });

  test('codes and numbers of the wrong form are refused', async () => {
    const { anonymous, reception, owner, administrator } = open();
    expectRefusal(await anonymous.call('getProcedure', { params: { code: 'x' } }), 400, 'parameter-invalid');
    const asked = { params: { code: PLAIN }, query: { version: '0' } };
    expectRefusal(await anonymous.call('getProcedure', asked), 400, 'parameter-invalid');
    expectRefusal(await anonymous.call('listReliefs', { params: { code: 'x' } }), 400, 'parameter-invalid');
    const cashier = open().reception;
    expectRefusal(await cashier.call('listDeposits', { params: { code: 'x' } }), 400, 'parameter-invalid');
    expectRefusal(await anonymous.call('getWorkflow', { params: { code: 'x' } }), 400, 'parameter-invalid');
    expectRefusal(
      await anonymous.call('getWorkCalendar', { query: { version: 'x' } }),
      400,
      'parameter-invalid',
    );
    expectRefusal(await reception.call('getTask', { params: { id: 'x' } }), 400, 'parameter-invalid');
    const body = { decision: 'accept' };
    expectRefusal(
      await reception.call('decideTask', { params: { id: 'x' }, body }),
      400,
      'parameter-invalid',
    );
    const nobody = { params: { id: 'x' }, body: { assignee: null } };
    expectRefusal(await reception.call('assignTask', nobody), 400, 'parameter-invalid');
    const flow = { params: { code: 'x' }, body: { workflow: workflow(PLAIN) } };
    expectRefusal(await administrator.call('publishWorkflow', flow), 400, 'parameter-invalid');
    const state = { params: { code: 'x' }, body: { state: 'open' } };
    expectRefusal(await administrator.call('setProcedureState', state), 400, 'parameter-invalid');
    const code = await submitted(owner);
    const query = { limit: '0' };
    expectRefusal(await owner.call('getHistory', { params: { code }, query }), 400, 'parameter-invalid');
    const at = { at: 'yesterday' };
    expectRefusal(await owner.call('getDeadline', { params: { code }, query: at }), 400, 'parameter-invalid');
    const cursor = { cursor: 'eA.eA' };
    expectRefusal(await owner.call('getHistory', { params: { code }, query: cursor }), 400, 'cursor-invalid');
  });

  describe('publications are refused', () => {
    test('a workflow with an error, which changes nothing', async () => {
      const { administrator, anonymous } = open();
      const faulty = { params: { code: PLAIN }, body: { workflow: faultyWorkflow } };
      const refused = await administrator.call('publishWorkflow', faulty);
      expectRefusal(refused, 422, 'workflow-invalid');
      expect(JSON.stringify(refused.body)).toContain('island');
      expect((await anonymous.call('getWorkflow', { params: { code: PLAIN } })).body.version).toBe(1);
      const other = { params: { code: URGENT }, body: { workflow: workflow(PLAIN) } };
      expectRefusal(await administrator.call('publishWorkflow', other), 422, 'request-invalid');
    });

    test('a template that asks nobody, or somebody who is not there', async () => {
      const { administrator } = open();
      const template = workflowTemplateNamed('commune-with-consultation');
      const order = { template, approvedBy: '3/QĐ-UBND', filter: { codes: [PLAIN] }, replaceExisting: true };
      const call = (own: object) =>
        administrator.call('applyWorkflowTemplate', { body: { ...order, ...own } });
      const silent = await call({});
      expectRefusal(silent, 422, 'request-invalid');
      expect(silent.body.errors).toMatchObject([{ pointer: '/consulted' }]);
      const nobody = await call({ consulted: [UNIT, 'H44.999'], competentUnit: 'H44.998' });
      expectRefusal(nobody, 422, 'unit-unknown');
      expect(nobody.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
        '/consulted/1',
        '/competentUnit',
      ]);
    });

    test('the opening of a procedure that has no workflow', async () => {
      const { administrator } = open();
      const params = { code: WITHOUT_WORKFLOW };
      const opening = await administrator.call('setProcedureState', { params, body: { state: 'open' } });
      expectRefusal(opening, 409, 'procedure-closed');
    });

    test('officers of a unit that does not exist, all of them', async () => {
      const { administrator } = open();
      const officer = { unit: 'H44', roles: ['handler'], name: 'Ai Đó', active: true };
      const officers = [
        { ...officer, id: 'co.that' },
        { ...officer, id: 'khong.that', unit: 'H44.999' },
      ];
      const refused = await administrator.call('recordOfficers', { body: { officers } });
      expectRefusal(refused, 422, 'unit-unknown');
      const known: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await administrator.call('listOfficers', {
          query: { limit: '100', ...(cursor !== '' && { cursor }) },
        });
        known.push(...page.body.items.map((item: { id: string }) => item.id));
        cursor = page.body.nextCursor;
      }
      expect(known).not.toContain('co.that');
    });

    test('units given twice, or under a parent that is not there', async () => {
      const { administrator, anonymous } = open();
      const { units, version } = (await anonymous.call('getOrganization')).body;
      for (const faulty of [
        [...units, units[0]],
        [...units, { ...units[0], code: 'H44.998', parent: 'H44.999' }],
      ]) {
        const refused = await administrator.call('publishOrganization', { body: { units: faulty } });
        expectRefusal(refused, 422, 'request-invalid');
      }
      expect((await anonymous.call('getOrganization')).body.version).toBe(version);
    });

    test('units that leave work to nobody, with the numbers', async () => {
      const { administrator, anonymous, leader } = open();
      await accepted(open());
      const { units, version } = (await anonymous.call('getOrganization')).body;
      const ending = units.map((unit: { code: string }) =>
        unit.code === UNIT ? { ...unit, validTo: '2026-11-22' } : unit,
      );
      const without = units.filter((unit: { code: string }) => unit.code !== UNIT);
      for (const stranding of [ending, without]) {
        const refused = await administrator.call('publishOrganization', { body: { units: stranding } });
        expectRefusal(refused, 409, 'unit-in-use');
        const [left] = refused.body.units;
        expect(left).toMatchObject({ unit: UNIT, workflows: 0, procedures: 0 });
        expect(left.openDossiers).toBeGreaterThan(0);
        expect(left.openTasks).toBeGreaterThan(0);
        const colleagues = (await leader.call('listOfficers', { query: { limit: '100' } })).body.items;
        expect(left.officers).toBe(colleagues.length);
        expect(refused.body.detail).toContain(`${left.openDossiers} hồ sơ đang giải quyết`);
      }
      expect((await anonymous.call('getOrganization')).body.version).toBe(version);
    });

    test('officers of another unit, to a leader', async () => {
      const refused = await open().leader.call('listOfficers', { query: { unit: OTHER_UNIT } });
      expectRefusal(refused, 404, 'not-found');
    });

    test('office hours by which no date can be computed', async () => {
      const { administrator } = open();
      const hours = { id: 'never', version: '1', periods: [] };
      const noYear = { ...standardOfficeHours, id: 'late', periods: [{ from: '2099-01-01', seasons: [] }] };
      const calendar = { calendar: nationalCalendar, rules: vietnameseRules, units: [] };
      const late = {
        ...standardOfficeHours,
        periods: standardOfficeHours.periods.map(period => ({ ...period, from: '2099-01-01' })),
      };
      for (const id of ['publishWorkCalendar', 'saveWorkCalendarDraft']) {
        for (const officeHours of [hours, noYear]) {
          const answer = await administrator.call(id, { body: { ...calendar, officeHours } });
          expect(answer.status, JSON.stringify(answer.body)).toBe(422);
        }
        const answer = await administrator.call(id, { body: { ...calendar, officeHours: late } });
        expectRefusal(answer, 422, 'deadline-invalid');
      }
    });
  });

  test('dates are not found again by a draft that is not there, an unknown version, or one that cannot', async () => {
    const { administrator } = open();
    const replan = (cause: Record<string, unknown>, own = {}) =>
      administrator.call('replan', { body: { unit: UNIT, cause, limit: 100, ...own } });
    const draft = { kind: 'workCalendar', version: 'draft' };
    expectRefusal(await administrator.call('getWorkCalendarDraft'), 404, 'not-found');
    expectRefusal(await replan(draft), 404, 'not-found');
    expectRefusal(await replan({ kind: 'workCalendar', version: 99 }), 404, 'not-found');
    expectRefusal(await replan(draft, { unit: 'H44.999' }), 422, 'unit-unknown');
    const ended = { from: '2026-11-24T08:00:00+07:00', to: '2026-11-23T08:00:00+07:00' };
    expectRefusal(await replan({ kind: 'outage', ...ended, reason: 'Mất điện' }), 422, 'request-invalid');
    expectRefusal(
      await replan({ kind: 'workCalendar', version: 1 }, { cursor: 'x.y' }),
      400,
      'cursor-invalid',
    );
    const { code } = await accepted(open(), { procedure: LONG });
    const onlyThisYear = {
      calendar: {
        ...nationalCalendar,
        years: nationalCalendar.years.filter(({ year }) => year === 2026),
        yearsWithoutNotice: 'refused',
      },
      rules: vietnameseRules,
      officeHours: standardOfficeHours,
      units: [],
    };
    const saved = await administrator.call('saveWorkCalendarDraft', { body: onlyThisYear });
    expect(saved.status, JSON.stringify(saved.body).slice(0, 300)).toBe(200);
    expect((await administrator.call('getWorkCalendarDraft')).body).toEqual(saved.body);
    const before = (await open().owner.call('getDossier', { params: { code } })).body;
    expectRefusal(await replan(draft, { limit: 100 }), 422, 'deadline-invalid');
    expect((await open().owner.call('getDossier', { params: { code } })).body).toEqual(before);
  });

  test('a deadline that cannot be computed', async () => {
    const { anonymous } = open();
    const explain = (own: Record<string, unknown>) =>
      anonymous.call('explainDeadline', {
        body: {
          receivedAt: '2026-12-07T09:00:00+07:00',
          limit: { amount: 1, unit: 'workingDay' },
          ...own,
        },
      });
    const backwards = {
      from: '2026-12-09T09:00:00+07:00',
      to: '2026-12-08T09:00:00+07:00',
      resume: 'resume',
    };
    expectRefusal(await explain({ interruptions: [backwards] }), 422, 'deadline-invalid');
    for (const receivedAt of [
      '0001-01-01T00:00:00Z',
      '1999-05-05T08:00:00+07:00',
      '9998-12-31T23:59:59-14:00',
    ])
      expectRefusal(await explain({ receivedAt }), 400, 'year-not-in-calendar');
    expectRefusal(await explain({ calendar: 'mars' }), 422, 'request-invalid');
    expectRefusal(await explain({ officeHours: 'always' }), 422, 'request-invalid');
  });
}
