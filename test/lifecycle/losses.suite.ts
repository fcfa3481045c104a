import { describe, expect, test } from 'vitest';
import { accept, approve, forward } from '../support/lifecycle/decisions.ts';
import { type Office, openOffice } from '../support/lifecycle/office.ts';

const MONDAY = '2026-03-02T08:00:00+07:00';
const LATER = '2026-03-02T08:01:00+07:00';

/** Examined and signed: two decisions after acceptance end it. */
const SHORT = '1.001193';

async function finish(office: Office, code: string): Promise<void> {
  await office.decide(code, approve);
  await office.decide(code, approve);
}

const pathEnd = async (office: Office, code: string, round = 1) =>
  (await office.machines.view(code, round)).path.at(-1);

/** What is lost between the ledger and Step Functions, and how it is found again. */
export function lossesSuite(definition: () => string): void {
  const open = (at = MONDAY) => openOffice({ definition: definition(), at });

  describe('a lost wake-up', () => {
    test.each(['lostTells', 'deathsBeforeWake'] as const)(
      '(%s) is made up for by the sweep: accelerated-intelligent-document-processing-on-aws#755',
      async mishap => {
        const office = await open();
        const code = await office.submit(SHORT);
        office.mishaps[mishap] = 1;
        await office.decide(code, accept);
        expect(await pathEnd(office, code)).toBe('Await reception');
        expect(await office.sweep(), 'a machine is given time to come up').toMatchObject({ behind: 0 });
        await office.to(LATER);
        expect(await office.sweep()).toEqual({ behind: 1, woken: 1, restarted: 0, failed: 0 });
        expect(await pathEnd(office, code)).toBe('Await step');
        expect(await office.sweep()).toMatchObject({ behind: 0 });
        await finish(office, code);
        expect(await office.machines.view(code)).toMatchObject({
          status: 'SUCCEEDED',
          output: { phase: 'returned' },
        });
      },
    );

    test('that the sweep cannot make up for either is tried again by the next', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      office.mishaps.lostTells = 2;
      await office.decide(code, accept);
      await office.to(LATER);
      expect(await office.sweep()).toEqual({ behind: 1, woken: 0, restarted: 0, failed: 1 });
      expect(await office.sweep()).toMatchObject({ woken: 1, failed: 0 });
      expect(await pathEnd(office, code)).toBe('Await step');
    });

    test('is made up for by the next alarm, if nobody sweeps', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      const { alarms } = await office.task(code);
      office.mishaps.lostTells = 1;
      await office.decide(code, accept);
      await office.to(alarms.dueSoon);
      expect(await office.story(code)).not.toContain('alarm t1:dueSoon');
      expect(await pathEnd(office, code)).toBe('Await step');
    });

    test('is none where the machine comes to wait on a decided task: it goes straight on', async () => {
      const office = await open();
      const code = await office.submit('1.013225');
      await office.decide(code, accept);
      // The keeping of the next token fails for a moment; meanwhile that task is decided, too.
      office.mishaps.failures.MachineAwait.push(new Error('throttled'));
      await office.decide(code, forward);
      await office.decide(code, forward);
      // What the registry still holds was spent by the decision of that task.
      expect(await office.registry.read(code)).toMatchObject({ waitingOn: `${code}.t2` });
      await office.to(LATER);
      expect(await office.registry.read(code)).toMatchObject({
        waitingOn: `${code}.t4`,
        token: expect.any(String),
      });
      const { path } = await office.machines.view(code);
      expect(path.filter(name => name !== 'Route')).toEqual([
        'Await reception',
        'Await step',
        'Await step',
        'Await step',
      ]);
      expect(await office.sweep()).toMatchObject({ behind: 0 });
    });
  });

  describe('an execution', () => {
    test('that was never started is started by the sweep', async () => {
      const office = await open();
      office.mishaps.lostStarts = 1;
      const code = await office.submit(SHORT);
      expect(await office.machines.status(code, 1)).toBe('unknown');
      await office.to(LATER);
      expect(await office.sweep()).toMatchObject({ behind: 1, woken: 1 });
      expect(await pathEnd(office, code)).toBe('Await reception');
      await office.decide(code, accept);
      await finish(office, code);
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned' },
      });
    });

    test('that was never started, of a dossier that moved on meanwhile, catches up', async () => {
      const office = await open();
      office.mishaps.deathsBeforeWake = 2;
      const code = await office.submit(SHORT);
      await office.decide(code, accept);
      await office.to(LATER);
      await office.sweep();
      expect((await office.machines.view(code)).path).toEqual(['Await reception', 'Route', 'Await step']);
      expect(await office.sweep()).toMatchObject({ behind: 0 });
    });

    test('that an operator stops goes on in the next round', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      await office.decide(code, accept);
      await office.machines.abort(code);
      expect(await office.watch()).toEqual(['restarted']);
      expect(await office.story(code)).toEqual([
        'submitted',
        'accepted',
        'executionLost',
        'executionStarted',
      ]);
      expect(await office.head(code)).toMatchObject({ round: 2, handling: 'accepted' });
      await finish(office, code);
      expect(await office.machines.view(code, 1)).toMatchObject({ status: 'ABORTED' });
      expect(await office.machines.view(code, 2)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned', round: 2 },
      });
      expect(await office.head(code)).toMatchObject({ handling: 'returned', timeliness: 'onTime' });
      expect(await office.registry.behindSince('2030-01-01T00:00:00+07:00', 100)).toEqual([]);
    });

    test('told of twice is restarted once', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      await office.machines.abort(code);
      office.machines.ended.push(...office.machines.ended);
      expect(await office.watch()).toEqual(['restarted', 'nothing to do']);
      expect(await office.head(code)).toMatchObject({ round: 2 });
      expect(await office.machines.status(code, 3)).toBe('unknown');
    });

    test('whose functions fail for good is marked, and goes on in the next round', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      office.mishaps.failures.MachineAlarm.push(...Array.from({ length: 21 }, () => new Error('broken')));
      await office.to('2026-03-03T08:00:00+07:00');
      expect(await office.machines.view(code)).toMatchObject({ status: 'FAILED', error: 'Motcua.Lost' });
      expect(await office.watch()).toEqual(['restarted']);
      await office.to('2026-03-03T08:05:00+07:00');
      expect(await office.story(code)).toEqual([
        'submitted',
        'executionLost',
        'executionStarted',
        'alarm t1:dueSoon',
        'alarm t1:overdue',
      ]);
      await office.decide(code, accept);
      await finish(office, code);
      expect(await office.machines.view(code, 2)).toMatchObject({ status: 'SUCCEEDED' });
    });

    test('that ended unseen is found by the sweep, once its dossier moves', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      await office.machines.abort(code);
      office.machines.ended.splice(0);
      await office.decide(code, accept);
      await office.to(LATER);
      expect(await office.sweep()).toEqual({ behind: 1, woken: 0, restarted: 1, failed: 0 });
      await finish(office, code);
      expect(await office.machines.view(code, 2)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned' },
      });
    });

    test('of a closed dossier is not restarted', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      office.mishaps.lostTells = 1;
      await office.withdraw(code);
      await office.machines.abort(code);
      expect(await office.watch()).toEqual(['nothing to do']);
      await office.to(LATER);
      expect(await office.sweep()).toMatchObject({ behind: 1, restarted: 0, failed: 0 });
      expect(await office.sweep()).toMatchObject({ behind: 0 });
    });

    test('hands a dossier that is open after 330 days over to the next round', async () => {
      const office = await open('2026-01-05T08:00:00+07:00');
      const code = await office.submit('1.013225');
      await office.decide(code, accept);
      await office.to('2026-11-30T08:00:00+07:00');
      const alarms = (await office.head(code)).alarms.length;
      expect(alarms).toBe(6);
      await office.to('2026-12-02T08:00:00+07:00');
      expect(await office.machines.view(code, 1)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'continued', round: 1, task: null },
      });
      expect(await office.head(code)).toMatchObject({
        round: 2,
        roundStartedAt: '2026-12-01T08:00:00+07:00',
      });
      expect(await pathEnd(office, code, 2)).toBe('Await step');
      await office.decide(code, forward);
      await office.decide(code, forward);
      await finish(office, code);
      expect(await office.machines.view(code, 2)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned', round: 2 },
      });
      expect(await office.head(code)).toMatchObject({ handling: 'returned', timeliness: 'late' });
      expect(await office.sweep()).toMatchObject({ behind: 0 });
    });

    test('of the next round that cannot be started is started by the sweep', async () => {
      const office = await open('2026-01-05T08:00:00+07:00');
      const code = await office.submit('1.013225');
      await office.decide(code, accept);
      await office.to('2026-11-30T08:00:00+07:00');
      office.mishaps.lostStarts = 1;
      await office.to('2026-12-01T09:00:00+07:00');
      expect(await office.machines.view(code, 1)).toMatchObject({ status: 'SUCCEEDED' });
      expect(await office.machines.status(code, 2)).toBe('unknown');
      expect(await office.sweep()).toMatchObject({ behind: 1, woken: 1 });
      expect(await pathEnd(office, code, 2)).toBe('Await step');
      expect((await office.story(code)).filter(entry => entry === 'executionStarted')).toHaveLength(1);
    });

    test('that is lost and cannot be restarted at once is restarted by the sweep, in the same round', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      await office.machines.abort(code);
      office.mishaps.lostStarts = 1;
      await expect(office.watch()).rejects.toThrow('does not answer');
      await office.to(LATER);
      expect(await office.sweep()).toMatchObject({ behind: 1, woken: 1 });
      expect(await office.head(code)).toMatchObject({ round: 2 });
      expect(await pathEnd(office, code, 2)).toBe('Await reception');
    });

    test('keeps the token of its latest wait when a call for an earlier one comes late', async () => {
      const office = await open();
      const code = await office.submit(SHORT);
      const { id } = await office.task(code);
      const late = {
        task: id,
        token: 'a token of a wait that is over',
        round: 1,
        enteredAt: '2026-01-01T00:00:00Z',
      };
      expect(await office.registry.attach(code, late)).toBe('overtaken');
      await office.decide(code, accept);
      expect(await pathEnd(office, code)).toBe('Await step');
      await office.to(LATER);
      expect(await office.sweep()).toMatchObject({ behind: 0 });
    });
  });
}
