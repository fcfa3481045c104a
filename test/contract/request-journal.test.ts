import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../functions/kernel/table/transact.ts';
import { dynamoDossierStore } from '../../functions/records/dossiers/dynamo-dossier-store.ts';
import type { Attempt } from '../../functions/records/idempotency/attempt.ts';
import { dynamoLeasedRequests, LEASE } from '../../functions/records/idempotency/dynamo-leased-requests.ts';
import type { LeasedRequests } from '../../functions/records/idempotency/leased-requests.ts';
import { requestJournal } from '../../functions/records/idempotency/request-journal.ts';
import { ProblemError } from '../../schemas/api/problem-error.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';

const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const CALLER = 'officer:quantri.h44';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

let number = 0;
/** A request with a key that no test used before. */
const request = (hash = 'hash', key = `key-${++number}`) => ({
  caller: CALLER,
  repeat: { key, requestHash: hash },
  now: NOW,
});

/** A journal whose waiting takes no time; what it waited for is written down. */
function journal(over: (requests: LeasedRequests) => Partial<LeasedRequests> = () => ({})) {
  const waits: number[] = [];
  const requests = dynamoLeasedRequests(local.table);
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
    await new Promise(resolve => setImmediate(resolve));
  };
  const { once } = requestJournal({ ...requests, ...over(requests) }, { sleep, random: () => 0.5 });
  return { once, waits };
}

/** A try whose process is killed at some point: what it had done stays, and nobody hears of it again. */
class Killed extends Error {}
const killed = () => Promise.reject(new Killed());
/** A killed process does not let go of its lease either. */
const dead = { end: () => Promise.resolve(), answer: async () => undefined };

describe('the journal of requests with idempotency keys', () => {
  it('works on twenty equal requests once, and answers all alike', async () => {
    const { once } = journal();
    const same = request();
    let worked = 0;
    const work = async (attempt: Attempt) => {
      worked++;
      await new Promise(resolve => setImmediate(resolve));
      return { id: attempt.id('x_') };
    };
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => once(same, work)));
    const { id } = await once(same, work);
    expect(worked).toBe(1);
    for (const answer of answers) {
      if (answer.status === 'fulfilled') expect(answer.value).toEqual({ id });
      else expect(answer.reason).toMatchObject({ code: 'request-in-progress' });
    }
  });

  it('refuses the same key with another request, also while the first is worked on', async () => {
    const { once } = journal();
    const first = request('one');
    const other = { ...first, repeat: { ...first.repeat, requestHash: 'two' } };
    const reused = { code: 'idempotency-key-reused' };
    await once(first, async () => {
      await expect(once(other, async () => 'other')).rejects.toMatchObject(reused);
      return 'first';
    });
    await expect(once(other, async () => 'other')).rejects.toMatchObject(reused);
    expect(await once({ ...other, caller: 'officer:another' }, async () => 'theirs')).toBe('theirs');
  });

  it('tells an equal request that the first takes longer, after three seconds on average', async () => {
    const { once, waits } = journal();
    const same = request();
    await once(same, async () => {
      await expect(once(same, async () => 'second')).rejects.toMatchObject({
        code: 'request-in-progress',
        detail: {
          vi: expect.stringContaining('đang được xử lý'),
          en: expect.stringContaining('being processed'),
        },
      });
      return 'first';
    });
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(3000);
  });

  it('lets the next try begin when one died before its work, not before its lease ran out', async () => {
    const same = request();
    await expect(journal(() => dead).once(same, killed)).rejects.toThrow(Killed);
    const { once } = journal();
    const early = once({ ...same, now: NOW + LEASE - 5000 }, async () => 'early');
    await expect(early).rejects.toMatchObject({ code: 'request-in-progress' });
    const late = await once({ ...same, now: NOW + LEASE }, async ({ again, begunAt }) => ({
      again,
      begunAt,
    }));
    expect(late).toEqual({ again: true, begunAt: NOW });
  });

  it('gives a try after one that died before its answer the same ids, so that it makes nothing twice', async () => {
    const same = request();
    const made = new Set<string>();
    const work = async (attempt: Attempt) => {
      made.add(attempt.id('x_'));
      return [...made];
    };
    await expect(journal(() => ({ ...dead, keep: killed })).once(same, work)).rejects.toThrow(Killed);
    const answer = await journal().once({ ...same, now: NOW + LEASE }, work);
    expect([made.size, answer]).toEqual([1, [...made]]);
    expect(await journal().once({ ...same, now: NOW + 2 * LEASE }, killed)).toEqual(answer);
  });

  it('knows an answer that was kept with the work, though the try died at once after it', async () => {
    const same = request();
    const work = async (attempt: Attempt) => {
      expect(await transact(local.table, attempt.keeps('kept'))).toEqual({ done: true });
      return 'kept';
    };
    await expect(journal(() => ({ ...dead, keep: killed })).once(same, work)).rejects.toThrow(Killed);
    expect(await journal().once(same, killed)).toBe('kept');
  });

  it('keeps the first answer where a try outlives its lease', async () => {
    const same = request();
    const { once } = journal();
    const slow = await once(same, async () => {
      const late = { ...same, now: NOW + LEASE };
      expect(await once(late, async () => 'of the one that took over')).toBe('of the one that took over');
      return 'of the one that was slow';
    });
    expect(slow).toBe('of the one that took over');
    const failing = request();
    const answer = await once(failing, async () => {
      await once({ ...failing, now: NOW + LEASE }, async () => 'done');
      throw new Error('collided with the other try');
    });
    expect(answer).toBe('done');
  });

  it('frees the key with a refusal, for another request and for a command of a dossier', async () => {
    const { once } = journal();
    const first = request('one');
    const refuse = () => Promise.reject(new ProblemError('request-invalid', { vi: 'Sai.', en: 'Wrong.' }));
    await expect(once(first, refuse)).rejects.toMatchObject({ code: 'request-invalid' });
    expect(await dynamoDossierStore(local.table).answered(CALLER, first.repeat.key)).toBeUndefined();
    const other = { ...first, repeat: { ...first.repeat, requestHash: 'two' } };
    expect(await once(other, async ({ again }) => again)).toBe(false);
  });

  it('lets the same request, and no other, be tried again at once after a fault', async () => {
    const { once } = journal();
    const first = request('one');
    const ids: string[] = [];
    const fail = (attempt: Attempt) => {
      ids.push(attempt.id('f_'));
      return Promise.reject(new Error('the queue is away'));
    };
    await expect(once(first, fail)).rejects.toThrow('the queue is away');
    const other = { ...first, repeat: { ...first.repeat, requestHash: 'two' } };
    await expect(once(other, killed)).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(await once(first, async attempt => attempt.id('f_'))).toBe(ids[0]);
  });

  it('holds nothing for requests without a key', async () => {
    const { once } = journal();
    const without = { caller: CALLER, repeat: { key: undefined, requestHash: 'hash' }, now: NOW };
    const id = (attempt: Attempt) => Promise.resolve(attempt.id('x_'));
    expect(await once(without, id)).not.toBe(await once(without, id));
  });
});
