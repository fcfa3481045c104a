import { describe, expect, it } from 'vitest';
import { sealOnto } from '../../../functions/domain/cases/seal.ts';
import { verifyChain } from '../../../functions/domain/ledger/chain.ts';
import { briefly, noPauses } from '../../../functions/kernel/retry/retry.ts';
import type { Command } from '../../../functions/records/commands/command.ts';
import { isCrowded } from '../../../functions/records/commands/refusals.ts';
import { runCommand } from '../../../functions/records/commands/run-command.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { type Feedback, feedbackKind, feedbackStore } from './feedback-case.ts';

const CODE = 'PA-0001';
const actor = { kind: 'portal', id: 'cong.tinh' } as const;
const NOW = Date.parse('2026-11-26T09:00:00+07:00');
const by = { actor, now: NOW };
const begun = sealOnto(feedbackKind, { code: CODE, head: undefined }, [{ says: 'received' }], by);
const onto = (head: Feedback['head'], says: string) =>
  sealOnto(feedbackKind, { code: CODE, head }, [{ says }], by);

function opened() {
  const kept = feedbackStore(begun.head);
  const told: Feedback['head'][] = [];
  let decided = 0;
  const command = (more: Partial<Command<Feedback, string>> = {}): Command<Feedback, string> => ({
    code: CODE,
    actor,
    now: () => NOW,
    decide({ head }) {
      decided++;
      return {
        events: [{ says: 'answered' }],
        answer: after => `${head.said.at(-1)} → ${after.head.said.at(-1)}`,
      };
    },
    async tell({ head }) {
      told.push(head);
    },
    ...more,
  });
  const run = (more?: Partial<Command<Feedback, string>>) =>
    runCommand({ kind: feedbackKind, store: kept.store, pauses: noPauses }, command(more));
  return { ...kept, told, run, decisions: () => decided };
}

const repeat = (key: string, requestHash = 'hash') => ({ repeat: { key, requestHash } });
/** The first call as it is, later ones otherwise. */
function foundOnce<F extends (code: string) => Promise<unknown>>(first: F, later: F): F {
  let calls = 0;
  return ((code: string) => (calls++ === 0 ? first(code) : later(code))) as F;
}
const lostConnection = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError' });

describe('a command on a case', () => {
  it('seals events onto its ledger, commits them with what belongs to them, and then tells', async () => {
    const { run, committed, told, head } = opened();
    const decide = () => ({
      events: [{ says: 'forwarded' }, { says: 'answered' }],
      beside: { file: 'f_1' },
      answer: () => 'done',
    });
    expect(await run({ decide, ...repeat('k'), decision: { task: 't1', digest: 'd' } })).toBe('done');
    expect(head()).toMatchObject({ version: 3, said: ['received', 'forwarded', 'answered'] });
    expect(verifyChain([...begun.events, ...(committed[0]?.outcome.events ?? [])])).toBeUndefined();
    expect(committed[0]).toMatchObject({
      before: begun.head,
      labels: { subject: 'Đường hỏng' },
      file: 'f_1',
      answer: { caller: 'portal:cong.tinh', key: 'k', requestHash: 'hash', status: 200, body: 'done' },
      decision: { task: 't1', digest: 'd', receipt: '"done"' },
    });
    expect(told).toEqual([head()]);
  });

  it('is decided anew on what stands where another change came first', async () => {
    const { run, mishaps, overtake, head, decisions } = opened();
    mishaps.before.push(() => overtake(onto(begun.head, 'moved').head));
    expect(await run()).toBe('moved → answered');
    expect(decisions()).toBe(2);
    expect(head().said).toEqual(['received', 'moved', 'answered']);
  });

  it('gives up after so many races, tells nobody, and says that it may be sent again', async () => {
    const { run, mishaps, told, decisions } = opened();
    mishaps.refusals.push(...Array.from({ length: 99 }, () => ({ refused: 'version' }) as const));
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'version-conflict' });
    expect(isCrowded(error)).toBe(true);
    expect(decisions()).toBe(briefly.tries);
    expect(told).toEqual([]);
  });

  it('takes another number where its own was taken, and refuses a file that was', async () => {
    const { run, mishaps } = opened();
    mishaps.refusals.push({ refused: 'number' });
    expect(await run()).toBe('received → answered');
    mishaps.refusals.push({ refused: 'file', file: 'f_1' });
    const error = await run().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'file-in-use' });
    expect(isCrowded(error)).toBe(false);
  });

  it('changes and tells nothing where what stands is the answer', async () => {
    const { run, committed, told } = opened();
    expect(await run({ decide: ({ labels }) => ({ stands: labels.subject }) })).toBe('Đường hỏng');
    expect([committed, told]).toEqual([[], []]);
  });

  it('refuses what is not there, or answers what its owner says of it', async () => {
    const { run } = opened();
    await expect(run({ code: 'PA-0009' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await run({ code: 'PA-0009', absent: () => 'none' })).toBe('none');
  });

  it('passes on what its rules refuse, and does not try it again', async () => {
    const { run, decisions } = opened();
    const refuse = () => {
      throw new ProblemError('state-conflict', { vi: 'không', en: 'no' });
    };
    await expect(run({ decide: refuse })).rejects.toMatchObject({ code: 'state-conflict' });
    expect(decisions()).toBe(0);
  });

  it('answers a repeat as the first was, without doing or telling it again', async () => {
    const { run, committed, told } = opened();
    expect(await run(repeat('k'))).toBe('received → answered');
    expect(await run(repeat('k'))).toBe('received → answered');
    expect([committed.length, told.length]).toEqual([1, 1]);
    await expect(run(repeat('k', 'other'))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('answers the second of two equal requests at once as the first was', async () => {
    const { run, mishaps } = opened();
    const kept = { requestHash: 'hash', status: 200, body: 'the first' };
    mishaps.refusals.push({ refused: 'answered', answer: kept });
    expect(await run(repeat('k'))).toBe('the first');
    mishaps.refusals.push({ refused: 'answered', answer: { requestHash: 'hash', heldUntil: NOW } });
    await expect(run(repeat('l'))).rejects.toMatchObject({ code: 'request-in-progress' });
  });

  it('finds its own change where it was made and the answer was lost, and tells of it', async () => {
    const { run, mishaps, committed, told } = opened();
    mishaps.lost.push(lostConnection());
    expect(await run()).toBe('received → answered');
    expect([committed.length, told.length]).toEqual([1, 1]);
  });

  it('fails where the answer was lost and nothing, or something else, was made', async () => {
    const { run, store, told } = opened();
    const commit = async () => {
      throw lostConnection();
    };
    const lost = { kind: feedbackKind, pauses: noPauses, store: { ...store, commit } };
    const command = {
      code: CODE,
      actor,
      now: () => NOW,
      decide: () => ({ events: [{ says: 'x' }], answer: () => '' }),
    };
    await expect(runCommand<Feedback, string>(lost, command)).rejects.toThrow('socket hang up');
    const find = async () => {
      throw new Error('nothing answers');
    };
    const dead = { ...lost, store: { ...store, commit, find: foundOnce(store.find, find) } };
    await expect(runCommand<Feedback, string>(dead, command)).rejects.toThrow('socket hang up');
    expect(await run()).toBe('received → answered');
    expect(told).toHaveLength(1);
  });

  it('dates its events when it was decided, where that took its time', async () => {
    const { run, head } = opened();
    await run({ decide: () => ({ events: [{ says: 'late' }], at: NOW + 1000, answer: () => '' }) });
    expect(head().updatedAt).toBe('2026-11-26T09:00:01+07:00');
  });
});
