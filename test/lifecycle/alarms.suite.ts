import { describe, expect, test } from 'vitest';
import { accept, approve, extend, forward } from '../support/lifecycle/decisions.ts';
import { type Office, openOffice } from '../support/lifecycle/office.ts';

const MONDAY = '2026-03-02T08:00:00+07:00';

/** Accepted on Monday; 4 + 1.5 + 1.5 working days, due on Wednesday 11 March. 1.012796 consults and extends, too. */
async function underWay(office: Office, procedure = '1.012796'): Promise<string> {
  const code = await office.submit(procedure);
  await office.decide(code, accept);
  return code;
}

const alarmsOf = async (office: Office, code: string) =>
  (await office.story(code)).filter(entry => entry.startsWith('alarm'));

/** Legal dates: the alarms before and after them, and decisions that meet them. */
export function alarmsSuite(definition: () => string): void {
  const open = () => openOffice({ definition: definition(), at: MONDAY });

  describe('alarms', () => {
    test('sound once each, at their instants, and a late decision is late', async () => {
      const office = await open();
      const code = await underWay(office);
      const { dueAlarms } = await office.head(code);
      const examine = await office.task(code);
      await office.to('2026-03-20T08:00:00+07:00');
      const sounded = (await office.ledger(code)).flatMap(({ at, data }) =>
        data.type === 'alarmRaised' ? [[data.alarm.replace(`${code}.`, ''), at]] : [],
      );
      expect(sounded).toEqual(
        [
          ['t2:dueSoon', examine.alarms.dueSoon],
          ['t2:overdue', examine.alarms.overdue],
          ['t2:escalated', examine.alarms.escalated],
          ['dossier.r1:dueSoon', dueAlarms?.dueSoon],
          ['dossier.r1:overdue', dueAlarms?.overdue],
          ['dossier.r1:escalated', dueAlarms?.escalated],
        ].sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1)),
      );
      expect(await office.dossiers.task(code, 2)).toMatchObject({ alarm: 'escalated', closed: null });

      await office.decide(code, forward);
      await office.decide(code, approve);
      await office.decide(code, approve);
      expect(await office.head(code)).toMatchObject({ handling: 'returned', timeliness: 'late', round: 1 });
      expect(await alarmsOf(office, code)).toHaveLength(6);
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned' },
      });
    });

    test('two have sounded when reception decides late; the third never does', async () => {
      const office = await open();
      const code = await office.submit('1.012796');
      await office.to('2026-03-03T10:00:00+07:00');
      expect(await alarmsOf(office, code)).toEqual(['alarm t1:dueSoon', 'alarm t1:overdue']);
      await office.decide(code, accept);
      await office.to('2026-03-05T08:00:00+07:00');
      expect(await alarmsOf(office, code)).toEqual(['alarm t1:dueSoon', 'alarm t1:overdue']);
      const { path } = await office.machines.view(code);
      const wait = ['Await reception', 'Sound alarm', 'Route'];
      expect(path).toEqual([...wait, ...wait, 'Await reception', 'Route', 'Await step']);
    });

    test('that fall due together are entered together, each once', async () => {
      const office = await open();
      const code = await office.submit('1.012796');
      // The functions are down from before the first alarm until after the last.
      office.mishaps.failures.MachineAlarm.push(...Array.from({ length: 15 }, () => new Error('down')));
      await office.to('2026-03-06T08:00:00+07:00');
      expect(await alarmsOf(office, code)).toEqual([
        'alarm t1:dueSoon',
        'alarm t1:overdue',
        'alarm t1:escalated',
      ]);
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await reception');
    });

    test('of a date that moved are its own', async () => {
      const office = await open();
      const code = await underWay(office);
      await office.to('2026-03-10T09:00:00+07:00');
      const before = (await office.head(code)).dueAt;
      await office.decide(code, extend);
      expect((await office.head(code)).dueAt).toBe(before);
      await office.signApology(code);
      expect(await office.head(code)).toMatchObject({
        dueOn: '2026-03-19',
        extendedTo: '2026-03-19T17:00:00+07:00',
        dueRevision: 2,
      });
      expect((await office.ledger(code)).at(-1)?.data).toMatchObject({
        type: 'extended',
        previousDueAt: before,
        apology: 'Thành thật xin lỗi',
      });
      // The task stays with its holder, and the machine where it waits.
      expect(await office.task(code)).toMatchObject({ id: `${code}.t2` });
      await expect(office.decide(code, { ...extend, newDueOn: '2026-03-25' })).rejects.toMatchObject({
        rule: 'extensionUsedUp',
      });
      await office.to('2026-03-30T08:00:00+07:00');
      const ofDossier = (await alarmsOf(office, code)).filter(alarm => alarm.includes('dossier'));
      expect(ofDossier).toEqual(
        ['dueSoon', 'overdue', 'escalated'].map(level => `alarm dossier.r2:${level}`),
      );
      expect((await office.machines.view(code)).status).toBe('RUNNING');
    });

    test('an extension comes too late on the promised day', async () => {
      const office = await open();
      const code = await underWay(office);
      await office.to(`${(await office.head(code)).dueOn}T09:00:00+07:00`);
      await expect(office.decide(code, extend)).rejects.toMatchObject({ rule: 'extensionTooLate' });
      expect(await office.head(code)).toMatchObject({ extendedTo: null, dueRevision: 1 });
    });

    test('do not sound while the clock stands still, and none of an old date', async () => {
      const office = await open();
      const code = await underWay(office);
      await office.decide(code, {
        decision: 'requestSupplement',
        reason: 'Thiếu giấy tờ',
        items: ['Bản sao'],
      });
      await office.to('2026-03-20T09:00:00+07:00');
      // Ten working days of the applicant end on Monday 16 March.
      expect(await alarmsOf(office, code)).toEqual([
        'alarm t3:dueSoon',
        'alarm t3:overdue',
        'alarm t3:escalated',
      ]);
      await office.supplement(code);
      expect(await office.head(code)).toMatchObject({ dueRevision: 2, dueOn: '2026-04-01' });
    });
  });

  describe('a decision that meets an alarm', () => {
    test('after the alarm was committed is decided anew on what stands then', async () => {
      const office = await open();
      const code = await underWay(office);
      const { alarms } = await office.task(code);
      // The decision has read the dossier; before it commits, the alarm sounds.
      office.mishaps.beforeChangeCommit.push(() => office.to(alarms.dueSoon));
      const receipt = await office.decide(code, forward);
      expect(await office.story(code)).toEqual(['submitted', 'accepted', 'alarm t2:dueSoon', 'forwarded']);
      expect(receipt.body.at).toBe((await office.ledger(code)).at(-1)?.at);
      expect(await office.task(code)).toMatchObject({ step: 'check' });
      const { path, status } = await office.machines.view(code);
      expect(status).toBe('RUNNING');
      expect(path.slice(-5)).toEqual(['Sound alarm', 'Route', 'Await step', 'Route', 'Await step']);
    });

    test('before a timeout that is queued already is not undone by it', async () => {
      const office = await open();
      const code = await underWay(office);
      const { alarms } = await office.task(code);
      // The wait has lapsed and the alarm function is called; before it looks, the officer decides.
      office.mishaps.beforeAlarm.push(() => office.decide(code, forward, { unsettled: true }));
      await office.to(alarms.dueSoon);
      expect(await office.story(code)).toEqual(['submitted', 'accepted', 'forwarded']);
      expect((await office.machines.view(code)).path.slice(-3)).toEqual([
        'Sound alarm',
        'Route',
        'Await step',
      ]);
      expect(await office.registry.read(code)).toMatchObject({
        waitingOn: `${code}.t3`,
        token: expect.any(String),
      });
      await office.decide(code, approve);
      await office.decide(code, approve);
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'returned' },
      });
    });

    test('between the alarm function’s reading and its commit comes first', async () => {
      const office = await open();
      const code = await underWay(office);
      const { alarms } = await office.task(code);
      office.mishaps.beforeAlarmCommit.push(() => office.decide(code, forward, { unsettled: true }));
      await office.to(alarms.dueSoon);
      expect(await office.story(code)).toEqual(['submitted', 'accepted', 'forwarded']);
      expect((await office.machines.view(code)).path).toEqual([
        'Await reception',
        'Route',
        'Await step',
        'Sound alarm',
        'Route',
        'Await step',
      ]);
      expect(await office.registry.behindSince('2030-01-01T00:00:00+07:00', 100)).toEqual([]);
    });

    test('and ends the dossier leaves nothing behind once swept', async () => {
      const office = await open();
      const code = await underWay(office);
      const { alarms } = await office.task(code);
      office.mishaps.beforeAlarm.push(() =>
        office.decide(code, { decision: 'stop', reason: 'Dừng' }, { unsettled: true }),
      );
      await office.to(alarms.dueSoon);
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        output: { phase: 'stopped' },
      });
      await office.to('2026-03-10T08:00:00+07:00');
      await office.sweep();
      expect(await office.sweep()).toMatchObject({ behind: 0, failed: 0 });
      expect((await office.story(code)).at(-1)).toBe('stopped');
    });

    test('and another decision that came first is told the one that stands', async () => {
      const office = await open();
      const code = await underWay(office);
      const { id } = await office.task(code);
      office.mishaps.beforeChangeCommit.push(() => office.decide(code, forward, { task: id, key: 'first' }));
      const second = office.decide(code, { decision: 'stop', reason: 'Dừng' }, { task: id, key: 'second' });
      await expect(second).rejects.toMatchObject({
        code: 'task-closed',
        facts: { standing: { decision: 'forward', at: MONDAY } },
      });
      expect(await office.story(code)).toEqual(['submitted', 'accepted', 'forwarded']);
    });

    test('sent twice at once with one key is made once and answered twice alike', async () => {
      const office = await open();
      const code = await underWay(office);
      const { id } = await office.task(code);
      const send = () => office.decide(code, forward, { task: id, key: 'same' });
      const [one, two] = await Promise.all([send(), send()]);
      expect(two.body).toEqual(one.body);
      expect(await office.story(code)).toEqual(['submitted', 'accepted', 'forwarded']);
    });
  });
}
