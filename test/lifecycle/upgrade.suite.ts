import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { firstOrder } from '../../functions/domain/machine/order.ts';
import { parseInstant } from '../../functions/domain/vietnam-time.ts';
import { toDong } from '../../schemas/money/dong.ts';
import { accept, approve, consult, forward, missing, opinion } from '../support/lifecycle/decisions.ts';
import { type Office, openOffice } from '../support/lifecycle/office.ts';

const MONDAY = '2026-03-02T08:00:00+07:00';
/**
 * Three steps and a signature, with agencies that may be consulted; one step and a signature; a fee before the
 * return.
 */
const LONG = '1.013225';
const SHORT = '1.001193';
const FEE_BEFORE_RETURN = '1.010038';
const handOver = { decision: 'handOver', receivedBy: 'Nguyễn Thị Lành' } as const;

/**
 * The definition of the release before, in which an execution begins and ends with the choice: dossiers carried by
 * it are open for months.
 */
const former = readFileSync('test/fixtures/machine/definition-of-ten-transitions.json', 'utf8');

/** How dossiers go on after the upgrade, from their submission before it, and where that ends. */
const courses: Readonly<Record<string, { procedure: string; more?: object; end: string; walk: Walk }>> = {
  'returned online': {
    procedure: SHORT,
    end: 'returned',
    walk: async (office, code) => {
      await office.decide(code, accept);
      await office.decide(code, approve);
      await office.decide(code, approve);
    },
  },
  'collected at the counter': {
    procedure: SHORT,
    more: { returnBy: 'counter' },
    end: 'returned',
    walk: async (office, code) => {
      await office.decide(code, accept);
      await office.decide(code, approve);
      await office.decide(code, approve);
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await collection');
      await office.decide(code, handOver);
    },
  },
  'collected when its fee is paid': {
    procedure: FEE_BEFORE_RETURN,
    end: 'returned',
    walk: async (office, code) => {
      for (const decision of [accept, forward, approve, approve]) await office.decide(code, decision);
      await office.decide(code, { decision: 'recordPayment', amount: toDong(5000), method: 'cash' });
      await office.decide(code, handOver);
    },
  },
  declined: {
    procedure: SHORT,
    end: 'declined',
    walk: async (office, code) => {
      await office.decide(code, { decision: 'decline', reason: 'Không thuộc thẩm quyền' });
    },
  },
  'withdrawn while it is supplemented': {
    procedure: SHORT,
    end: 'withdrawn',
    walk: async (office, code) => {
      await office.decide(code, missing);
      await office.withdraw(code);
    },
  },
  'consulted on, paused, and stopped late': {
    procedure: LONG,
    end: 'stopped',
    walk: async (office, code) => {
      await office.decide(code, accept);
      await office.decide(code, consult);
      for (const unit of ['H44.04', 'H44.08']) await office.decide(code, opinion, { unit });
      await office.decide(code, { decision: 'pause', kind: 'otherDecision', reason: 'Chờ kết luận' });
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await others');
      await office.to('2026-09-01T08:00:00+07:00');
      await office.decide(code, { decision: 'stop', reason: 'Chủ hồ sơ đề nghị' });
    },
  },
};

type Walk = (office: Office, code: string) => Promise<void>;

/**
 * Executions outlive releases: what the functions of this one do for the definition of the one before, and for what
 * is to come.
 */
export function upgradeSuite(definition: () => string): void {
  const open = (text: string) => openOffice({ definition: text, at: MONDAY });

  describe('a dossier whose execution began by the former definition', () => {
    test.each(Object.entries(courses))('is %s', async (_, { procedure, more, end, walk }) => {
      const office = await open(former);
      const code = await office.submit(procedure, more);
      await office.machines.deploy(definition());
      await walk(office, code);
      const { path, ...ended } = await office.machines.view(code);
      expect(ended).toMatchObject({ status: 'SUCCEEDED', output: { dossier: code, phase: end } });
      expect(path[0]).toBe('Route');
      expect(path).not.toContain('Issue and return');
      expect(await office.head(code)).toMatchObject({ handling: end, round: 1 });
      expect((await office.story(code)).filter(entry => entry === 'executionLost')).toEqual([]);
      await office.to('2026-09-02T08:00:00+07:00');
      await office.sweep();
      expect(await office.sweep()).toMatchObject({ behind: 0 });
    });

    test('has its next round by the new one, begun in the middle', async () => {
      const office = await open(former);
      const code = await office.submit(SHORT);
      await office.decide(code, accept);
      await office.machines.deploy(definition());
      await office.machines.abort(code);
      expect(await office.watch()).toEqual(['restarted']);
      expect((await office.machines.view(code, 2)).path).toEqual(['Await reception', 'Route', 'Await step']);
      await office.decide(code, approve);
      await office.decide(code, approve);
      const { path, status } = await office.machines.view(code, 2);
      expect(path.at(-1)).toBe('Issue and return');
      expect(status).toBe('SUCCEEDED');
    });
  });

  describe('an execution that begins in the middle', () => {
    test('issues the result that the one before it did not live to', async () => {
      const office = await open(definition());
      const code = await office.submit(SHORT);
      await office.decide(code, accept);
      await office.decide(code, approve);
      office.mishaps.failures.MachineIssue.push(...Array.from({ length: 30 }, () => new Error('no storage')));
      await office.decide(code, approve);
      await office.to('2026-03-02T20:00:00+07:00');
      expect(await office.machines.view(code)).toMatchObject({ status: 'FAILED', error: 'Motcua.Lost' });
      office.mishaps.failures.MachineIssue.length = 0;
      expect(await office.watch()).toEqual(['restarted']);
      expect(await office.machines.view(code, 2)).toMatchObject({
        status: 'SUCCEEDED',
        path: ['Await reception', 'Route', 'Issue and return'],
      });
      expect(await office.head(code)).toMatchObject({ handling: 'returned', round: 2 });
    });

    test('ends where its dossier ended before it began', async () => {
      const office = await open(definition());
      office.mishaps.deathsBeforeWake = 2;
      const code = await office.submit(SHORT);
      await office.withdraw(code);
      await office.to('2026-03-02T08:05:00+07:00');
      await office.sweep();
      expect(await office.machines.view(code)).toMatchObject({
        status: 'SUCCEEDED',
        path: ['Await reception', 'Route', 'Withdrawn'],
      });
      await office.sweep();
      expect(await office.sweep()).toMatchObject({ behind: 0 });
    });
  });

  describe('the last state of a dossier that is returned at once', () => {
    test('fails, rather than ends, where the result waits for collection', async () => {
      const office = await open(definition());
      const code = await office.submit(SHORT, { returnBy: 'counter' });
      await office.decide(code, accept);
      await office.decide(code, approve);
      await office.decide(code, approve);
      const order = firstOrder(await office.head(code), parseInstant(MONDAY));
      await expect(office.issue({ ...order, phase: 'issue', returnsAtOnce: true })).rejects.toThrow('is not');
    });
  });

  describe('the wait for the seal', () => {
    test('is there for a release whose dossiers wait in it: it keeps its token and goes on when told', async () => {
      const office = await open(definition());
      const code = await office.submit(SHORT);
      const { token } = (await office.registry.read(code)) ?? {};
      const head = await office.head(code);
      const order = firstOrder(head, parseInstant(MONDAY));
      await office.machines.tell(token ?? '', { ...order, phase: 'seal' });
      await office.machines.settle();
      expect((await office.machines.view(code)).path).toEqual(['Await reception', 'Route', 'Await seal']);
      const kept = await office.registry.read(code);
      expect(kept?.token).toEqual(expect.any(String));
      expect(kept?.token).not.toBe(token);
      await office.decide(code, accept);
      expect((await office.machines.view(code)).path.at(-1)).toBe('Await step');
    });
  });
}
