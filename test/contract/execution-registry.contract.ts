import { describe, expect, test } from 'vitest';
import { accept, approve } from '../support/lifecycle/decisions.ts';
import type { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { created, labels, type Stores } from './stores.ts';

/** A wait of the first round, begun at an instant. */
const waitFor = (task: string, token: string, enteredAt = '2026-03-02T01:00:00.000Z', round = 1) => ({
  task,
  token,
  round,
  enteredAt,
});

const FAR = '2040-01-01T00:00:00+07:00';

/** What a execution registry does, whatever it is made of. */
export function executionRegistryContract(kind: string, stores: () => Stores): void {
  /** Decides and commits, at a moment later than the submission. */
  async function commit(
    paper: PaperDossier,
    body: typeof accept | typeof approve,
    at: string,
  ): Promise<void> {
    const { head: before } = paper;
    paper.at(`${before.submittedAt.slice(0, 11)}${at}+07:00`).decide(body);
    const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
    expect(await stores().dossiers.commit({ before, outcome, labels })).toBeUndefined();
  }
  const behind = async (code: string, since = FAR) =>
    (await stores().registry.behindSince(since, 4000)).includes(code);
  const record = async (code: string) => {
    const found = await stores().registry.read(code);
    if (!found) throw new Error(`nothing is recorded of ${code}`);
    return found;
  };

  describe(`a execution registry ${kind}`, () => {
    test('holds a new dossier as behind until its machine waits', async () => {
      const { registry } = stores();
      const { head } = await created(stores());
      expect(await record(head.code)).toMatchObject({ round: 1, startedRound: 0 });
      expect(await behind(head.code)).toBe(true);
      expect(await behind(head.code, head.submittedAt)).toBe(false);
      await registry.started(head.code, 1);
      expect(await behind(head.code)).toBe(true);
      expect(await registry.attach(head.code, waitFor(`${head.code}.t1`, 'token one'))).toBe('waiting');
      expect(await record(head.code)).toEqual({
        round: 1,
        startedRound: 1,
        waitingOn: `${head.code}.t1`,
        token: 'token one',
      });
      expect(await behind(head.code)).toBe(false);
      expect(await registry.read('H44.101-260101-0009')).toBeUndefined();
    });

    test('knows by its first wait that the execution was started', async () => {
      const { registry } = stores();
      const { head } = await created(stores());
      await registry.attach(head.code, waitFor(`${head.code}.t1`, 'token one'));
      expect(await record(head.code)).toMatchObject({ startedRound: 1 });
    });

    test('is behind no longer, and forgets its token, when the machine brings the result', async () => {
      const { registry, dossiers } = stores();
      const paper = await created(stores());
      const { code } = paper.head;
      await registry.attach(code, waitFor(`${code}.t1`, 'token one'));
      await commit(paper, accept, '09:00:00');
      await commit(paper, approve, '09:00:01');
      await registry.attach(code, waitFor(`${code}.t3`, 'token three'));
      await commit(paper, approve, '09:00:02');
      expect(await behind(code)).toBe(true);
      const { head: before } = paper;
      paper.issue({ number: 'H44.101-KQ2026-000001', sha256: '0'.repeat(64), size: 1, origin: 'rendered' });
      const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
      expect(await dossiers.commit({ before, outcome, labels })).toBeUndefined();
      expect(await behind(code)).toBe(false);
      expect(await record(code)).toEqual({ round: 1, startedRound: 1 });
    });

    test('does not attach to a task that the dossier has left, or to no dossier', async () => {
      const { registry } = stores();
      const paper = await created(stores());
      const { code } = paper.head;
      await commit(paper, accept, '09:00:00');
      expect(await registry.attach(code, waitFor(`${code}.t1`, 'token'))).toBe('moved');
      expect(await record(code)).not.toHaveProperty('token');
      expect(await behind(code)).toBe(true);
      expect(await registry.attach('H44.101-260101-0009', waitFor('H44.101-260101-0009.t1', 'token'))).toBe(
        'moved',
      );
    });

    test('marks the machine behind with every decision that moves it, and only then', async () => {
      const { registry, dossiers } = stores();
      const paper = await created(stores());
      const { code } = paper.head;
      await registry.attach(code, waitFor(`${code}.t1`, 'token one'));
      const { head: before } = paper;
      paper.enter([
        {
          data: { type: 'assigned', task: `${code}.t1`, assignee: 'tiepnhan.h44-101' },
          opens: [],
          closes: [],
        },
      ]);
      await dossiers.commit({
        before,
        outcome: { events: paper.ledger.slice(before.version), head: paper.head },
        labels,
      });
      expect(await behind(code)).toBe(false);
      await commit(paper, accept, '09:00:00');
      expect(await behind(code)).toBe(true);
      expect(await record(code)).toMatchObject({
        token: 'token one',
        waitingOn: `${code}.t1`,
        wakeSk: expect.any(String),
      });
    });

    test('forgets the token and the mark once the machine was told', async () => {
      const { registry } = stores();
      const paper = await created(stores());
      const { code } = paper.head;
      await registry.started(code, 1);
      await registry.attach(code, waitFor(`${code}.t1`, 'token one'));
      await commit(paper, accept, '09:00:00');
      await registry.told(code, await record(code));
      expect(await record(code)).toEqual({ round: 1, startedRound: 1 });
      expect(await behind(code)).toBe(false);
    });

    test('keeps what came after the reading: a new mark', async () => {
      const { registry } = stores();
      const paper = await created(stores());
      const { code } = paper.head;
      await registry.attach(code, waitFor(`${code}.t1`, 'token one'));
      await commit(paper, accept, '09:00:00');
      const read = await record(code);
      await commit(paper, approve, '09:00:01');
      await registry.told(code, read);
      expect(await record(code)).toMatchObject({ token: 'token one' });
      expect(await behind(code)).toBe(true);
    });

    test('keeps what came after the reading: a new wait, and a mark of the same moment', async () => {
      const { registry } = stores();
      const paper = await created(stores());
      const { code } = paper.head;
      await registry.attach(code, waitFor(`${code}.t1`, 'token one'));
      await commit(paper, accept, '09:00:00');
      const read = await record(code);
      expect(await registry.attach(code, waitFor(`${code}.t2`, 'token two'))).toBe('waiting');
      await registry.told(code, read);
      expect(await record(code)).toMatchObject({ token: 'token two', waitingOn: `${code}.t2` });
      await commit(paper, approve, '09:00:00');
      expect((await record(code)).wakeSk).toBe(read.wakeSk);
      await registry.told(code, read);
      expect(await record(code)).toMatchObject({ token: 'token two', wakeSk: read.wakeSk });
    });

    test('keeps a new wait from one who was told of none', async () => {
      const { registry } = stores();
      const { head } = await created(stores());
      await registry.attach(head.code, waitFor(`${head.code}.t1`, 'token one'));
      const read = await record(head.code);
      await registry.attach(head.code, waitFor(`${head.code}.t1`, 'token two'));
      await registry.told(head.code, read);
      expect(await record(head.code)).toMatchObject({ token: 'token two' });
    });

    test('lists who is behind, the oldest first in each part of the list, at most so many', async () => {
      const { registry } = stores();
      const papers = await Promise.all(Array.from({ length: 12 }, () => created(stores())));
      const codes = papers.map(({ head }) => head.code);
      const all = await registry.behindSince(FAR, 4000);
      expect(all).toEqual(expect.arrayContaining(codes));
      expect(new Set(all).size).toBe(all.length);
      const few = await registry.behindSince(FAR, 4);
      expect(few.length).toBeLessThanOrEqual(4);
      expect(all).toEqual(expect.arrayContaining(few));
    });
  });
}
