import { describe, expect, test } from 'vitest';
import { describeActor } from '../../functions/domain/dossier/describe-actor.ts';
import { actorOf } from '../../functions/records/dossiers/actor-of.ts';
import { toDong } from '../../schemas/money/dong.ts';
import { accept, approve, forward, missing } from '../support/lifecycle/decisions.ts';
import { keyring } from '../support/lifecycle/memory-province.ts';
import { CITIZEN, type Office, openOffice } from '../support/lifecycle/office.ts';

/** Three work steps and a signature, free, 20 calendar days online, at a commune: 1.013225. */
const PLAIN = '1.013225';

/** One work step and a signature, free. */
const SHORT = '1.001193';
const MONDAY = '2026-03-02T08:00:00+07:00';

async function accepted(office: Office, procedure: string, more = {}): Promise<string> {
  const code = await office.submit(procedure, more);
  await office.decide(code, accept);
  return code;
}

/** Whole courses of dossiers, walked through the deployed definition. */
export function fatesSuite(definition: () => string): void {
  const open = (at = MONDAY) => openOffice({ definition: definition(), at });

  describe('a dossier', () => {
    test('of one step and a signature takes seven transitions', async () => {
      const office = await open();
      const code = await accepted(office, SHORT);
      await office.decide(code, approve);
      await office.decide(code, { decision: 'approve' });
      const { path, status } = await office.machines.view(code);
      expect(path).toEqual([
        'Await reception',
        'Route',
        'Await step',
        'Route',
        'Await signature',
        'Route',
        'Issue and return',
      ]);
      expect(status).toBe('SUCCEEDED');
      expect(await office.head(code)).toMatchObject({ handling: 'returned', delivery: 'returned' });
    });

    test('goes straight through', async () => {
      const office = await open();
      const code = await accepted(office, PLAIN);
      await office.to('2026-03-03T09:00:00+07:00');
      await office.decide(code, forward);
      await office.decide(code, forward);
      await office.decide(code, approve);
      await office.decide(code, { decision: 'approve' });

      const { path, ...end } = await office.machines.view(code);
      expect(path.filter(name => name !== 'Route')).toEqual([
        'Await reception',
        'Await step',
        'Await step',
        'Await step',
        'Await signature',
        'Issue and return',
      ]);
      expect(end).toMatchObject({
        status: 'SUCCEEDED',
        output: { dossier: code, round: 1, phase: 'returned', task: null },
      });
      expect(await office.story(code)).toEqual([
        'submitted',
        'accepted',
        'forwarded',
        'forwarded',
        'proposed',
        'decided',
        'resultIssued',
        'returned',
      ]);
      expect(await office.head(code)).toMatchObject({
        handling: 'returned',
        delivery: 'returned',
        outcome: 'granted',
        timeliness: 'early',
        dueOn: '2026-03-23',
        result: { number: 'H44.101-KQ2026-000001' },
        tasks: [],
        alarms: [],
        closedAt: '2026-03-03T09:00:00+07:00',
      });
      expect(await office.registry.read(code)).toEqual({ round: 1, startedRound: 1 });
      expect(await office.registry.behindSince('2030-01-01T00:00:00+07:00', 100)).toEqual([]);
    });

    test('is supplemented before acceptance: reception has eight working hours again', async () => {
      const office = await open();
      const code = await office.submit(PLAIN);
      await office.decide(code, missing);
      expect(await office.head(code)).toMatchObject({
        handling: 'supplementing',
        resumeAt: null,
        dueAt: null,
      });
      await office.to('2026-03-04T14:00:00+07:00');
      await office.supplement(code);
      expect(await office.head(code)).toMatchObject({
        handling: 'submitted',
        supplements: { intake: 1, processing: 0 },
      });
      expect(await office.task(code)).toMatchObject({
        phase: 'reception',
        dueAt: '2026-03-05T14:00:00+07:00',
      });
      await expect(office.decide(code, missing)).rejects.toMatchObject({ code: 'supplement-once' });
      await office.decide(code, { ...missing, legalBasis: 'Luật X, Điều 5', approvedBy: 'Chủ tịch' });
      await office.supplement(code);
      await office.decide(code, accept);
      expect(await office.head(code)).toMatchObject({ handling: 'accepted', dueOn: '2026-03-24' });
      const { path } = await office.machines.view(code);
      expect(path.filter(name => name !== 'Route')).toEqual([
        'Await reception',
        'Await supplement',
        'Await reception',
        'Await supplement',
        'Await reception',
        'Await step',
      ]);
    });

    test('is supplemented in processing: the clock stands still, then starts again', async () => {
      const office = await open();
      const code = await accepted(office, PLAIN);
      await office.to('2026-03-10T09:00:00+07:00');
      await office.decide(code, missing);
      expect(await office.head(code)).toMatchObject({
        handling: 'supplementing',
        resumeAt: 'examine',
        dueAt: null,
        dueAlarms: null,
      });
      await office.to('2026-03-16T09:00:00+07:00');
      await office.supplement(code);
      expect(await office.head(code)).toMatchObject({
        handling: 'processing',
        resumeAt: null,
        // 20 calendar days anew from 16 March: 5 April is a Sunday.
        dueOn: '2026-04-06',
        dueRevision: 2,
        pauses: [{ from: '2026-03-10T09:00:00+07:00', to: '2026-03-16T09:00:00+07:00', effect: 'restart' }],
      });
      expect(await office.task(code)).toMatchObject({ phase: 'step', step: 'examine' });
      expect(await office.story(code)).toContain('supplemented');
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await step');
    });

    test('is declined with its reason', async () => {
      const office = await open();
      const code = await office.submit(PLAIN);
      await office.decide(code, { decision: 'decline', reason: 'Không thuộc thẩm quyền' });
      expect(await office.story(code)).toEqual(['submitted', 'declined']);
      expect(await office.head(code)).toMatchObject({ handling: 'declined', closedAt: MONDAY, tasks: [] });
      const view = await office.machines.view(code);
      expect(view).toMatchObject({ status: 'SUCCEEDED', output: { phase: 'declined' } });
      expect(view.path).toEqual(['Await reception', 'Route', 'Declined']);
    });

    test('whose supplement never comes is declined before acceptance, stopped after it', async () => {
      const office = await open();
      const early = await office.submit(PLAIN);
      await office.decide(early, missing);
      await expect(office.decide(early, { decision: 'stop', reason: 'Quá hạn' })).rejects.toMatchObject({
        code: 'decision-not-allowed',
      });
      await office.decide(early, { decision: 'decline', reason: 'Không bổ sung' });
      const late = await accepted(office, PLAIN);
      await office.decide(late, missing);
      await expect(office.decide(late, { decision: 'decline', reason: 'Quá hạn' })).rejects.toMatchObject({
        code: 'decision-not-allowed',
      });
      await office.decide(late, { decision: 'stop', reason: 'Không bổ sung' });
      expect((await office.machines.view(early)).output).toMatchObject({ phase: 'declined' });
      expect((await office.machines.view(late)).output).toMatchObject({ phase: 'stopped' });
    });

    test('waits for its fee before the step the procedure names', async () => {
      const office = await open();
      const code = await accepted(office, '2.001263');
      expect(await office.head(code)).toMatchObject({
        handling: 'awaitingPayment',
        money: 'due',
        amountDue: 400_000,
        dueAt: null,
        resumeAt: 'examine',
      });
      expect(await office.task(code)).toMatchObject({ phase: 'payment', role: 'reception', unit: 'H44.101' });
      await expect(
        office.decide(code, { decision: 'recordPayment', amount: toDong(399_000), method: 'cash' }),
      ).rejects.toMatchObject({ code: 'fee-amount-wrong' });
      await office.to('2026-03-04T10:00:00+07:00');
      await office.decide(code, {
        decision: 'recordPayment',
        amount: toDong(400_000),
        method: 'cash',
        receipt: 'BL 01',
      });
      // 30 calendar days from Monday 2 March, and two days of waiting for the money.
      expect(await office.head(code)).toMatchObject({
        handling: 'processing',
        money: 'paid',
        dueOn: '2026-04-03',
      });
      expect(await office.task(code)).toMatchObject({ phase: 'step', step: 'examine' });
      const { path } = await office.machines.view(code);
      expect(path.filter(name => name !== 'Route')).toEqual([
        'Await reception',
        'Await payment',
        'Await step',
      ]);
      expect(await office.story(code)).toEqual(['submitted', 'accepted', 'paymentRequested', 'paid']);
    });

    test('with a fee due before the return waits for collection, and is not handed over unpaid', async () => {
      const office = await open();
      const code = await accepted(office, '1.010038');
      await office.decide(code, forward);
      await office.decide(code, approve);
      await office.decide(code, approve);
      expect(await office.head(code)).toMatchObject({ handling: 'decided', delivery: 'ready', money: 'due' });
      await expect(office.decide(code, { decision: 'handOver' })).rejects.toMatchObject({
        code: 'fee-unpaid',
      });
      await office.decide(code, { decision: 'recordPayment', amount: toDong(5000), method: 'transfer' });
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await collection');
      await office.decide(code, { decision: 'handOver', receivedBy: 'Nguyễn Thị Lành' });
      expect(await office.head(code)).toMatchObject({ handling: 'returned', money: 'paid' });
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned' },
      });
    });

    test('returned at the counter waits for collection', async () => {
      const office = await open();
      const code = await accepted(office, PLAIN, { returnBy: 'counter' });
      await office.decide(code, forward);
      await office.decide(code, forward);
      await office.decide(code, { decision: 'refuse', reason: 'Không đủ điều kiện' });
      await office.decide(code, { decision: 'approve' });
      expect(await office.head(code)).toMatchObject({
        handling: 'decided',
        delivery: 'ready',
        outcome: 'refused',
      });
      expect(await office.task(code)).toMatchObject({
        phase: 'collection',
        dueAt: '2026-04-01T17:00:00+07:00',
      });
      await office.decide(code, { decision: 'handOver', receivedBy: 'Nguyễn Thị Lành' });
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned' },
      });
    });

    test('gets one result, however often it is issued', async () => {
      const office = await open();
      const code = await accepted(office, PLAIN);
      await office.decide(code, forward);
      await office.decide(code, forward);
      await office.decide(code, approve);
      await office.decide(code, approve, { unsettled: true });
      const order = {
        dossier: code,
        round: 1,
        phase: 'issue',
        task: null,
        wakeAt: MONDAY,
        renewAt: MONDAY,
      } as const;
      const [first, second] = await Promise.all([office.issue(order), office.issue(order)]);
      await office.machines.settle();
      expect(await office.issue(order)).toEqual(first);
      expect(second).toEqual(first);
      const issued = (await office.ledger(code)).filter(({ data }) => data.type === 'resultIssued');
      expect(issued).toHaveLength(1);
      expect(await office.dossiers.resultsCounted('H44.101', '2026')).toBe(1);
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned' },
      });
    });

    test('whose functions fail for hours is carried on when they work again', async () => {
      const office = await open();
      const code = await accepted(office, PLAIN);
      await office.decide(code, forward);
      await office.decide(code, forward);
      await office.decide(code, approve);
      office.mishaps.failures.MachineIssue.push(...Array.from({ length: 12 }, () => new Error('no storage')));
      await office.decide(code, approve);
      expect(await office.head(code)).toMatchObject({ handling: 'decided', delivery: 'preparing' });
      await office.to('2026-03-02T12:00:00+07:00');
      expect(await office.head(code)).toMatchObject({ handling: 'returned', round: 1 });
      expect(office.results).toHaveLength(1);
    });

    test('any two results of an agency and year have numbers that follow each other', async () => {
      const office = await open();
      const codes = [
        await accepted(office, '1.001193'),
        await accepted(office, '1.001193'),
        await accepted(office, '1.001193'),
      ];
      for (const code of codes) await office.decide(code, approve);
      await Promise.all(codes.map(code => office.decide(code, approve)));
      const numbers = await Promise.all(codes.map(async code => (await office.head(code)).result?.number));
      expect(numbers.sort()).toEqual([1, 2, 3].map(n => `H44.101-KQ2026-00000${n}`));
    });

    test('submitted twice at once with one key and one file is one dossier, acknowledged twice alike', async () => {
      const office = await open();
      const file = await office.files.upload(describeActor(actorOf(CITIZEN, keyring)));
      const more = { components: [{ component: 'c1', files: [file] }] };
      const codes = await Promise.all([1, 2, 3].map(() => office.submit('1.001193', more, 'one key')));
      expect(new Set(codes).size).toBe(1);
      expect(await office.submit('1.001193', more, 'one key')).toBe(codes[0]);
      expect((await office.files.store.find(file))?.dossier).toBe(codes[0]);
      await expect(office.submit('1.001193', more, 'another key')).rejects.toMatchObject({
        code: 'file-in-use',
      });
      await expect(office.submit('1.001193', {}, 'one key')).rejects.toMatchObject({
        code: 'idempotency-key-reused',
      });
      expect(await office.submit('1.001193')).toBe('H44.101-260302-0002');
    });
  });
}
