import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nationalCalendar, standardOfficeHours, vietnameseRules } from '../../../law/calendars/national.ts';
import { workflowTemplateNamed } from '../../../province/workflow-templates.ts';
import { documentationPages } from '../../../schemas/api/operations/site.ts';
import { asTwo, confirm, proposed } from '../../support/as-two.ts';
import { eventually } from '../../support/eventually.ts';
import { ELSEWHERE, FOR_TEMPLATE, PAID_AT_RETURN, PLAIN, PORTALS_ONLY, workflow } from './test-procedures.ts';
import {
  accepted,
  decided,
  expectRefusal,
  file,
  signed,
  submission,
  submitted,
  UNIT,
  type World,
} from './world.ts';

/** Every operation does what it is for; each answer is checked against the document as it comes. */
export function successes(open: () => World): void {
  describe('what is for anybody', () => {
    test('health, catalogue, units, calendar, deadlines', async () => {
      const { anonymous } = open();
      expect((await anonymous.call('health')).body).toEqual({ status: 'ok' });
      expect((await anonymous.call('getOrganization')).body.units.length).toBeGreaterThan(150);
      expect((await anonymous.call('getWorkCalendar', { query: { version: '1' } })).body.version).toBe(1);
      expect((await anonymous.call('getProcedure', { params: { code: '1.004222' } })).body.state).toBe(
        'open',
      );
      const versioned = { params: { code: '1.004222' }, query: { version: '1' } };
      expect((await anonymous.call('getProcedure', versioned)).body.version).toBe(1);
      const flow = await anonymous.call('getWorkflow', { params: { code: '1.004222' } });
      expect(flow.body.workflow.procedure).toBe('1.004222');
      const due = await anonymous.call('explainDeadline', {
        body: { receivedAt: '2026-12-07T09:00:00+07:00', limit: { amount: 3, unit: 'workingDay' } },
      });
      expect(due.body.dueOn).toBe('2026-12-10');
    });

    test('the documentation is served as committed, and browsable', async () => {
      const { url } = open();
      const served = await fetch(`${url}/openapi.json`);
      const committed = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8');
      expect(await served.text()).toBe(committed);
      for (const path of documentationPages) {
        const page = await fetch(`${url}${path}`);
        expect([page.status, (await page.text()).length > 0]).toEqual([200, true]);
      }
    });

    test('the catalogue is paged without skipping or repeating', async () => {
      const { anonymous } = open();
      const all = (await anonymous.call('listProcedures', { query: { limit: '100' } })).body.items;
      const codes: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await anonymous.call('listProcedures', {
          query: { limit: '7', ...(cursor !== '' && { cursor }) },
        });
        codes.push(...page.body.items.map((item: { code: string }) => item.code));
        cursor = page.body.nextCursor;
      }
      expect(codes).toEqual(all.map((item: { code: string }) => item.code));
      expect(new Set(codes).size).toBe(codes.length);
    });
  });

  test('a dossier from submission to its genuine result', async () => {
    const { owner, anonymous, reception } = open();
    const dossier = await signed(open());
    expect(dossier).toMatchObject({ handling: 'returned', outcome: 'granted' });
    const { code } = dossier;
    expect((await anonymous.call('trackDossier', { params: { code } })).body).toEqual({
      code,
      handling: 'returned',
      nationalStatus: 10,
      statusText: 'Đã trả kết quả',
      progress: 100,
      promisedOn: dossier.dueOn,
    });
    const [result] = (await owner.call('listResults', { params: { code } })).body.items;
    const bytes = Buffer.from(await (await fetch(result.url)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(result.sha256);
    const { number, sha256, verificationCode } = result;
    const verify = (query: Record<string, string>, of = number) =>
      anonymous.call('verifyResult', { params: { number: of }, query });
    for (const [query, checked] of [
      [{ sha256 }, 'file'],
      [{ sha256: sha256.toUpperCase() }, 'file'],
      [{ code: verificationCode }, 'code'],
      [{ code: ` ${verificationCode.toLowerCase().replaceAll('-', ' ')}` }, 'code'],
    ] as const) {
      const verified = await verify(query);
      expect(verified.body).toMatchObject({ genuine: true, checked, agency: UNIT });
      // Who asks is never given what a file must hash to.
      expect(JSON.stringify(verified.body)).not.toContain(sha256);
    }
    const another = verificationCode.replace(/^./, (sign: string) => (sign === '0' ? '1' : '0'));
    expectRefusal(await verify({ code: another }), 404, 'not-found');
    expectRefusal(await verify({ sha256: '0'.repeat(64) }), 404, 'not-found');
    for (const query of [{}, { code: verificationCode, sha256 }, { code: '123' }, { sha256: 'x' }])
      expectRefusal(await verify(query as Record<string, string>), 400, 'parameter-invalid');
    expect((await owner.call('listPayments', { params: { code } })).body.money).toBe('none');
    const due = await owner.call('getDeadline', { params: { code } });
    expect(due.body).toMatchObject({ status: 'decided', dueOn: dossier.dueOn });
    const history = await owner.call('getHistory', { params: { code }, query: { limit: '100' } });
    const { items } = history.body;
    expect(items.map((event: { seq: number }) => event.seq)).toEqual(
      items.map((_: unknown, i: number) => i + 1),
    );
    for (const [index, event] of items.slice(1).entries()) expect(event.previous).toBe(items[index].hash);
    const listed = await reception.call('listDossiers', { query: { limit: '100', procedure: PLAIN } });
    expect(listed.body.items.map((item: { code: string }) => item.code)).toContain(code);
  });

  test('a fee before the return: the result waits, is paid at the counter, and is handed over', async () => {
    const { owner, reception } = open();
    const dossier = await signed(open(), { procedure: PAID_AT_RETURN });
    expect(dossier).toMatchObject({ handling: 'decided', delivery: 'ready', money: 'due' });
    const { code } = dossier;
    expect((await owner.call('listResults', { params: { code } })).body.items).toEqual([]);
    const [task] = dossier.tasks;
    await decided(reception, task.id, { decision: 'recordPayment', amount: 20_000, method: 'cash' });
    await decided(reception, task.id, { decision: 'handOver', receivedBy: 'Nguyễn Văn An' });
    const paid = await owner.call('listPayments', { params: { code } });
    expect(paid.body.payments).toMatchObject([{ amount: 20_000, method: 'cash' }]);
    expect((await owner.call('listResults', { params: { code } })).body.items).toHaveLength(1);
  });

  test('a supplement is asked for, given, and the dossier withdrawn', async () => {
    const { owner, reception } = open();
    const code = await submitted(owner);
    const asked = { decision: 'requestSupplement', reason: 'Thiếu giấy tờ', items: ['Giấy tờ kèm theo'] };
    await decided(reception, `${code}.t1`, asked);
    const given = await owner.call('supplementDossier', {
      params: { code },
      body: { components: [{ component: 'c2', files: [await file(owner)] }] },
    });
    expect(given.body).toMatchObject({ code, handling: 'submitted' });
    const gone = await owner.call('withdrawDossier', {
      params: { code },
      headers: { 'if-match': given.headers.get('etag') ?? '' },
    });
    expect(gone.body).toMatchObject({ code, handling: 'withdrawn' });
  });

  test('an agency is consulted and the dossier comes back to the step', async () => {
    const { agencyHandler, handler } = open();
    const { code, task } = await accepted(open());
    await decided(handler, task, { decision: 'consult', question: 'Đề nghị cho ý kiến' });
    const asked = await agencyHandler.call('listTasks', { query: { phase: 'consultation' } });
    const [own] = asked.body.items.filter((item: { dossier: string }) => item.dossier === code);
    const receipt = await decided(agencyHandler, own.id, { decision: 'giveOpinion', opinion: 'Nhất trí' });
    const back = await handler.call('getTask', { params: { id: receipt.nextTask } });
    expect(back.body).toMatchObject({ phase: 'step', step: 'examine', closed: null });
    expect(back.body.decisions).toContain('approve');
  });

  test('an opinion that comes after the dossier went on is kept, and the same one again is answered the same', async () => {
    const { agencyHandler, handler } = open();
    const { code, task } = await accepted(open());
    await decided(handler, task, { decision: 'consult', question: 'Đề nghị cho ý kiến' });
    const unheard = ['H44.03.01'];
    await decided(handler, `${code}.t3`, { decision: 'proceed', reason: 'Việc gấp', unheard });
    const asked = await agencyHandler.call('getTask', { params: { id: `${code}.t4` } });
    expect(asked.body).toMatchObject({ closed: { decision: 'unanswered' }, decisions: ['giveOpinion'] });
    const late = { decision: 'giveOpinion', opinion: 'Không phù hợp quy hoạch', agrees: false };
    const receipt = await decided(agencyHandler, `${code}.t4`, late);
    expect(receipt).toMatchObject({ closed: true, nextTask: `${code}.t5` });
    expect(await decided(agencyHandler, `${code}.t4`, late)).toEqual(receipt);
    const history = await handler.call('getHistory', { params: { code } });
    const opinions = history.body.items.filter(
      ({ data }: { data: { type: string } }) => data.type === 'opinionGiven',
    );
    expect(opinions).toMatchObject([{ data: { late: true, opinion: late.opinion } }]);
  });

  test('the signer is shown what is proposed, confirms it by name, and the receipts say what stands', async () => {
    const { handler, signer } = open();
    const { code, task } = await accepted(open());
    const refusal = { decision: 'refuse', reason: 'Không đủ điều kiện theo quy định' };
    const proposed = await decided(handler, task, refusal);
    expect(proposed.proposal).toMatchObject({ outcome: 'refused', text: refusal.reason });
    const shown = await signer.call('getTask', { params: { id: `${code}.t3` } });
    expect(shown.body.proposal).toEqual(proposed.proposal);
    const signed = await decided(signer, `${code}.t3`, {
      decision: 'approve',
      proposal: shown.body.proposal.digest,
    });
    expect(signed.outcome).toBe('refused');
  });

  test('the clock stands still in a pause and the dossier comes back to its handler', async () => {
    const { handler } = open();
    const { code, task } = await accepted(open());
    const pause = { decision: 'pause', kind: 'otherDecision', reason: 'Chờ quyết định của Tòa án' };
    const paused = await decided(handler, task, { ...pause, document: 'Thông báo 15/TB-TA' });
    expect(paused.dossier).toMatchObject({ handling: 'processing', dueAt: null });
    const resume = { decision: 'resume', document: 'Quyết định 20/QĐ-TA' };
    const back = await decided(handler, `${code}.t3`, resume);
    expect(back.dossier.dueOn).toBe('2026-12-08');
    const again = await handler.call('getTask', { params: { id: `${code}.t4` } });
    expect(again.body).toMatchObject({ step: 'examine', assignee: 'thuly1.h44-101' });
  });

  test('reception withdraws for an applicant at the counter: a withdrawal, with form 05', async () => {
    const { reception, owner } = open();
    const { code } = await accepted(open());
    const withdraw = (body: Record<string, unknown>) =>
      reception.call('withdrawDossier', { params: { code }, body });
    expectRefusal(await withdraw({ reason: 'Chủ hồ sơ đề nghị' }), 422, 'request-invalid');
    const { body } = await withdraw({ reason: 'Chủ hồ sơ đề nghị', request: 'written' });
    expect(body).toMatchObject({
      handling: 'withdrawn',
      nationalStatus: 7,
      form: { number: '05', name: 'Thông báo dừng giải quyết hồ sơ' },
    });
    expect((await owner.call('getDossier', { params: { code } })).body.handling).toBe('withdrawn');
  });

  test('tasks are listed by due date and assigned', async () => {
    const { handler, leader } = open();
    const { task } = await accepted(open());
    const mine = await handler.call('listTasks', { query: { limit: '100' } });
    expect(mine.body.items.map((item: { id: string }) => item.id)).toContain(task);
    const given = await leader.call('assignTask', {
      params: { id: task },
      body: { assignee: 'thuly2.h44-101' },
    });
    expect(given.body.assignee).toBe('thuly2.h44-101');
    expect(given.body.decisions).toContain('approve');
    for (const item of mine.body.items) expect(item).not.toHaveProperty('decisions');
    const left = await handler.call('listTasks', { query: { limit: '100' } });
    expect(left.body.items.map((item: { id: string }) => item.id)).not.toContain(task);
  });

  test('a submission on behalf of somebody else, at the counter and by a portal', async () => {
    const { reception, portal, stranger } = open();
    const paper = { components: [{ component: 'c1', paperCopies: 1 }] };
    await submitted(reception, { ...paper, channel: 'counter' });
    await submitted(portal, { portalReference: 'P-1' });
    await submitted(portal, { ...paper, procedure: PORTALS_ONLY });
    const onBehalf = { reason: 'Con nộp thay cha', consent: 'written' };
    const code = await submitted(stranger, { onBehalf });
    expect((await stranger.call('getDossier', { params: { code } })).status).toBe(200);
  });

  test('the same request with the same key gets the same answer and submits once', async () => {
    const { owner } = open();
    const body = await submission(owner);
    const headers = { 'idempotency-key': 'submission-1' };
    const [first, again] = [
      await owner.call('submitDossier', { body, headers }),
      await owner.call('submitDossier', { body, headers }),
    ];
    expect(again.status).toBe(first.status);
    expect(again.body).toEqual(first.body);
  });

  test('the administrator publishes; publishing the same again changes nothing', async () => {
    const { administrator, anonymous } = open();
    const units = (await anonymous.call('getOrganization')).body;
    const again = await administrator.call('publishOrganization', { body: { units: units.units } });
    expect(again.body.version).toBe(units.version);
    const calendar = (await anonymous.call('getWorkCalendar')).body;
    const same = await administrator.call('publishWorkCalendar', {
      body: {
        calendar: nationalCalendar,
        rules: vietnameseRules,
        officeHours: standardOfficeHours,
        units: [],
      },
    });
    expect(same.body.version).toBe(calendar.version);
    const { items } = (await administrator.call('listOfficers', { query: { limit: '3' } })).body;
    const recorded = await administrator.call('recordOfficers', { body: { officers: items } });
    expect(recorded.body).toEqual({ recorded: 3 });
    const checked = await administrator.call('publishWorkflow', {
      params: { code: PLAIN },
      body: { workflow: workflow(PLAIN), checkOnly: true },
    });
    expect(checked.body).toMatchObject({ version: 1, errors: [] });
    const published = await administrator.call('publishWorkflow', {
      params: { code: PLAIN },
      body: { workflow: workflow(PLAIN) },
    });
    expect([published.status, published.body]).toEqual([200, checked.body]);
  });

  test('a template is reported on first, then two administrators open what it fits, once', async () => {
    const { administrator, anonymous } = open();
    const codes = [FOR_TEMPLATE, PLAIN, ELSEWHERE, '9.999999'];
    const order = {
      template: workflowTemplateNamed('commune-two-steps'),
      approvedBy: '3/QĐ-UBND',
      filter: { codes },
    };
    const call = (own: object) => administrator.call('applyWorkflowTemplate', { body: { ...order, ...own } });
    const counts = { fit: 1, open: 1, refused: 0, kept: 2 };
    expect((await call({})).body).toMatchObject({ counts, next: null });
    const before = await anonymous.call('getProcedure', { params: { code: FOR_TEMPLATE } });
    expect(before.body).toMatchObject({ state: 'closed', workflowVersion: null });
    const change = await proposed(open(), 'applyWorkflowTemplate', { body: { ...order, apply: true } });
    expect(change).toMatchObject({ kind: 'workflowTemplate', preview: { procedures: 1, dossiers: 0 } });
    expect((await anonymous.call('getProcedure', { params: { code: FOR_TEMPLATE } })).body.state).toBe(
      'closed',
    );
    const done = await confirm(open(), change.id);
    expect(done.body).toMatchObject({ status: 'done', progress: { changed: 1, conflicts: 0, failed: 0 } });
    const after = await anonymous.call('getProcedure', { params: { code: FOR_TEMPLATE } });
    expect(after.body).toMatchObject({ state: 'open', workflowVersion: 1 });
    const flow = await anonymous.call('getWorkflow', { params: { code: FOR_TEMPLATE } });
    expect(flow.body.workflow).toMatchObject({
      approvedBy: '3/QĐ-UBND',
      steps: [{ limit: { amount: 7, unit: 'workingDay' } }, { limit: { amount: 3, unit: 'workingDay' } }],
    });
    expect((await call({ apply: true })).body.counts).toEqual({ fit: 0, open: 0, refused: 0, kept: 3 });
    const again = await call({ replaceExisting: true, filter: { codes: [ELSEWHERE] } });
    expect(again.body.rows).toMatchObject([
      { outcome: 'refused', refusedBecause: { code: 'decided-elsewhere' } },
    ]);
  });

  test('two administrators close a procedure, and one opens it again', async () => {
    const { administrator, anonymous } = open();
    const params = { code: '1.001001' };
    const known = (await anonymous.call('listProcedures', { query: { state: 'open' } })).body.items;
    params.code = known[0].code;
    const closing = { params, body: { state: 'closed', reason: 'Tạm dừng tiếp nhận' } };
    await asTwo(open(), 'setProcedureState', closing);
    const shut = (await administrator.call('getProcedure', { params })).body;
    expect(shut).toMatchObject({ state: 'closed', closedByHand: 'Tạm dừng tiếp nhận' });
    const opened = await administrator.call('setProcedureState', { params, body: { state: 'open' } });
    expect(opened.body).toMatchObject({ state: 'open', closedByHand: null });
    await eventually(async () => {
      const { body } = await anonymous.call('getProcedure', { params });
      return body.state === 'open' ? true : undefined;
    });
  });
}
