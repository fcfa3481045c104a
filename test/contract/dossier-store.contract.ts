import { describe, expect, test } from 'vitest';
import { issueResult } from '../../functions/domain/dossier/decisions/issue-result.ts';
import { transfer } from '../../functions/domain/dossier/decisions/transfer.ts';
import { withdraw } from '../../functions/domain/dossier/decisions/withdraw.ts';
import { formatDossierCode, formatResultNumber } from '../../functions/domain/dossier/number.ts';
import { sealEvents } from '../../functions/domain/dossier/seal.ts';
import type { Answer } from '../../functions/records/commands/case-store.ts';
import type { DossierChange } from '../../functions/records/dossiers/dossier-store.ts';
import type { TaskDecisionBody } from '../../schemas/api/decision.ts';
import type { StoredFile } from '../../schemas/stored/file.ts';
import { accept, approve } from '../support/lifecycle/decisions.ts';
import { citizen, type PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { applicant, create, created, labels, ownDay, type Stores } from './stores.ts';

let files = 0;
const checkedFile = (): StoredFile => ({
  id: `f_${String(++files).padStart(26, '0')}`,
  state: 'checked',
  declaredBy: 'citizen:x',
  declaredAt: '2026-03-01T08:00:00+07:00',
  fileName: 'a.pdf',
  contentType: 'application/pdf',
  size: 1,
  sha256: '0'.repeat(64),
  key: `uploads/${files}`,
});

const answer = (key: string, requestHash = 'a'.repeat(64)): Answer => ({
  caller: 'citizen:x',
  key,
  requestHash,
  status: 200,
  body: { said: key },
});

/** A decision on a dossier on paper, as the change that is committed. */
function change(
  paper: PaperDossier,
  body: TaskDecisionBody,
  more: Partial<DossierChange> = {},
): DossierChange {
  const { head: before } = paper;
  paper.decide(body);
  const events = paper.ledger.slice(before.version);
  return { before, outcome: { events, head: paper.head }, labels, ...more };
}

/** What a store of dossiers does, whatever it is made of. */
export function dossierStoreContract(kind: string, stores: () => Stores): void {
  describe(`a store of dossiers ${kind}`, () => {
    test('keeps the people of a dossier, and other people once they were corrected', async () => {
      const handedInBy = { name: 'Trần Thị Bình', identityNumber: '025190000002' };
      const paper = await created(stores(), { handedInBy, returnAddress: 'Số 1 Hùng Vương' });
      const { code } = paper.head;
      const known = { applicant, handedInBy, returnAddress: 'Số 1 Hùng Vương', earlier: [] };
      expect(await stores().dossiers.people(code)).toMatchObject(known);
      const right = { ...applicant, name: 'Nguyễn Thị Lành Lặn' };
      const until = paper.head.updatedAt;
      const earlier = [{ until, event: 2, changed: ['/applicant/name'], applicant }];
      const record = { ...known, applicant: right, earlier };
      const sealed = { terms: [], spelled: undefined };
      const people = { record, found: { filed: paper.head, before: sealed, after: sealed }, seen: [] };
      expect(await stores().dossiers.commit(change(paper, accept, { people }))).toBeUndefined();
      expect(await stores().dossiers.people(code)).toMatchObject(record);
      expect(await stores().dossiers.applicant(code)).toEqual(right);
    });

    test('gives 50 parallel writers of one agency and day numbers without gap or duplicate', async () => {
      const { date } = ownDay();
      const made = await Promise.all(
        Array.from({ length: 50 }, () => create(stores(), { agency: 'H44.101', date })),
      );
      const codes = made.map(one => ('refused' in one ? one.refused : one.outcome.head.code));
      const wanted = Array.from({ length: 50 }, (_, index) => formatDossierCode('H44.101', date, index + 1));
      expect(codes.sort()).toEqual(wanted);
      const stored = await Promise.all(wanted.map(code => stores().dossiers.find(code)));
      expect(stored.map(found => found?.head.code)).toEqual(wanted);
    });

    test('numbers two agencies at once, each for itself', async () => {
      const { date } = ownDay();
      const agencies = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'H44.102' : 'H44.103'));
      const made = await Promise.all(agencies.map(agency => create(stores(), { agency, date })));
      const codes = made.map(one => ('refused' in one ? one.refused : one.outcome.head.code));
      const wanted = ['H44.102', 'H44.103'].flatMap(agency =>
        Array.from({ length: 10 }, (_, index) => formatDossierCode(agency, date, index + 1)),
      );
      expect(codes.sort()).toEqual(wanted);
    });

    test('leaves no gap where a creation is refused or fails', async () => {
      const { date } = ownDay();
      const place = { agency: 'H44.101', date };
      const refused = await create(stores(), place, { files: ['f_00000000000000000000000none'] });
      expect(refused).toEqual({ refused: 'file', file: 'f_00000000000000000000000none' });
      const { dossiers } = stores();
      await expect(
        dossiers.create(place, () => {
          throw new Error('the rules say no');
        }),
      ).rejects.toThrow('the rules say no');
      const made = await create(stores(), place);
      expect('refused' in made ? made : made.outcome.head.code).toBe(formatDossierCode('H44.101', date, 1));
    });

    test('gives back what was stored, and nothing of what was not', async () => {
      const paper = await created(stores());
      const { dossiers } = stores();
      expect(await dossiers.find(paper.head.code)).toEqual({ head: paper.head, labels, held: false });
      expect(await dossiers.applicant(paper.head.code)).toEqual(applicant);
      expect(await dossiers.events(paper.head.code, 0, 100)).toEqual(paper.ledger);
      const [task] = paper.head.tasks;
      expect(await dossiers.task(paper.head.code, 1)).toMatchObject({
        ...task,
        ...labels,
        alarm: 'none',
        closed: null,
      });
      const unknown = 'H44.101-260101-0009';
      expect(await dossiers.find(unknown)).toBeUndefined();
      expect(await dossiers.applicant(unknown)).toBeUndefined();
      expect(await dossiers.task(paper.head.code, 9)).toBeUndefined();
      expect(await dossiers.events(unknown, 0, 10)).toEqual([]);
    });

    test('commits events, head and tasks together', async () => {
      const paper = await created(stores());
      const { dossiers } = stores();
      const made = change(paper, accept);
      const decision = { task: `${paper.head.code}.t1`, digest: 'd'.repeat(64), receipt: '{"closed":true}' };
      expect(await dossiers.commit({ ...made, decision })).toBeUndefined();
      expect((await dossiers.find(paper.head.code))?.head).toEqual(paper.head);
      expect(await dossiers.events(paper.head.code, 0, 100)).toEqual(paper.ledger);
      expect((await dossiers.task(paper.head.code, 1))?.closed).toMatchObject({
        decision: 'accept',
        digest: 'd'.repeat(64),
        receipt: '{"closed":true}',
      });
      expect(await dossiers.task(paper.head.code, 2)).toMatchObject({ phase: 'step', closed: null });
    });

    test('moves tasks to another unit, with their holder or without', async () => {
      const paper = await created(stores());
      const { dossiers } = stores();
      await dossiers.commit(change(paper, accept));
      const { head: before } = paper;
      const by = { ended: 'H44.101', to: 'H44.102', organisationVersion: 2, keeps: () => false };
      const event = transfer(before, by);
      paper.enter(event ? [event] : []);
      const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
      expect(await dossiers.commit({ before, outcome, labels })).toBeUndefined();
      expect((await dossiers.find(before.code))?.head).toMatchObject({
        receivingUnit: 'H44.102',
        competentUnit: 'H44.102',
        rules: { organisationVersion: 2 },
        tasks: [{ unit: 'H44.102', assignee: null }],
      });
      expect(await dossiers.task(before.code, 2)).toMatchObject({
        unit: 'H44.102',
        assignee: null,
        version: paper.head.version,
        closed: null,
      });
      expect((await dossiers.task(before.code, 1))?.unit).toBe('H44.101');
      expect(transfer(paper.head, by)).toBeUndefined();
    });

    test('pages the ledger, oldest first', async () => {
      const paper = await created(stores());
      const { dossiers } = stores();
      for (const body of [accept, approve]) await dossiers.commit(change(paper, body));
      expect((await dossiers.events(paper.head.code, 0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
      expect((await dossiers.events(paper.head.code, 2, 2)).map(({ seq }) => seq)).toEqual([3]);
      expect(await dossiers.events(paper.head.code, 3, 2)).toEqual([]);
    });

    test('refuses a commit on an old version, and stores nothing of it', async () => {
      const paper = await created(stores());
      const { dossiers } = stores();
      const { head: before } = paper;
      const late = withdraw({ ...paper.context }, {});
      expect(await dossiers.commit(change(paper, accept))).toBeUndefined();
      const outcome = sealEvents({ code: before.code, head: before }, late, {
        actor: citizen,
        now: paper.now,
      });
      const file = checkedFile();
      await stores().files.declare(file);
      const refusal = await dossiers.commit({
        before,
        outcome,
        labels,
        files: [file.id],
        answer: answer(`late ${before.code}`),
      });
      expect(refusal).toEqual({ refused: 'version' });
      expect((await dossiers.find(before.code))?.head).toEqual(paper.head);
      expect(await dossiers.events(before.code, 0, 100)).toEqual(paper.ledger);
      expect(await dossiers.answered('citizen:x', `late ${before.code}`)).toBeUndefined();
      expect((await stores().files.find(file.id))?.dossier).toBeUndefined();
    });

    test('lets one of many commits on the same version through', async () => {
      const paper = await created(stores());
      const made = change(paper, accept);
      const refusals = await Promise.all(Array.from({ length: 10 }, () => stores().dossiers.commit(made)));
      expect(refusals.filter(refusal => refusal === undefined)).toHaveLength(1);
      expect(refusals.filter(refusal => refusal?.refused === 'version')).toHaveLength(9);
    });

    test('keeps the answer to a key, and gives it back instead of committing again', async () => {
      const paper = await created(stores());
      const { dossiers } = stores();
      const key = `key ${paper.head.code}`;
      await dossiers.commit(change(paper, accept, { answer: answer(key) }));
      const kept = { requestHash: 'a'.repeat(64), status: 200, body: { said: key } };
      expect(await dossiers.answered('citizen:x', key)).toEqual(kept);
      expect(await dossiers.answered('citizen:y', key)).toBeUndefined();
      const { head } = paper;
      const again = change(paper, approve, { answer: answer(key, 'b'.repeat(64)) });
      expect(await dossiers.commit(again)).toEqual({ refused: 'answered', answer: kept });
      expect((await dossiers.find(head.code))?.head).toEqual(head);
    });

    test('tells the repeat of a creation its answer, before it tells of files or numbers', async () => {
      const file = checkedFile();
      await stores().files.declare(file);
      const { date } = ownDay();
      const more = { files: [file.id], answer: answer(`create ${file.id} ${kind}`) };
      const both = await Promise.all([1, 2].map(() => create(stores(), { agency: 'H44.104', date }, more)));
      expect(both.filter(one => !('refused' in one))).toHaveLength(1);
      expect(both.find(one => 'refused' in one)).toMatchObject({
        refused: 'answered',
        answer: { requestHash: 'a'.repeat(64), body: more.answer.body },
      });
      const next = await create(stores(), { agency: 'H44.104', date });
      expect('refused' in next ? next : next.outcome.head.code).toBe(formatDossierCode('H44.104', date, 2));
    });

    test('binds a checked file to one dossier for good', async () => {
      const file = checkedFile();
      const unchecked = { ...checkedFile(), state: 'declared' as const };
      await stores().files.declare(file);
      await stores().files.declare(unchecked);
      const owner = await created(stores(), { files: [file.id] });
      const other = await created(stores());
      expect((await stores().files.find(file.id))?.dossier).toBe(owner.head.code);
      const { dossiers } = stores();
      const { head } = other;
      expect(await dossiers.commit(change(other, accept, { files: [file.id] }))).toEqual({
        refused: 'file',
        file: file.id,
      });
      expect((await dossiers.find(head.code))?.head).toEqual(head);
      expect(await dossiers.commit(change(owner, accept, { files: [file.id, file.id] }))).toBeUndefined();
      expect(await dossiers.commit(change(owner, approve, { files: [unchecked.id] }))).toEqual({
        refused: 'file',
        file: unchecked.id,
      });
    });

    test('enters results without a gap, whoever comes first', async () => {
      const { dossiers } = stores();
      const year = kind === 'in memory' ? '2031' : '2032';
      const papers = await Promise.all(Array.from({ length: 4 }, () => created(stores())));
      for (const paper of papers)
        for (const body of [accept, approve, approve]) await dossiers.commit(change(paper, body));
      const issue = async (paper: PaperDossier): Promise<string> => {
        for (;;) {
          const count = (await dossiers.resultsCounted('H44.101', year)) + 1;
          const number = formatResultNumber('H44.101', year, count);
          const result = { number, sha256: 'c'.repeat(64), size: 9, origin: 'rendered' as const };
          const by = { actor: citizen, now: paper.now };
          const outcome = sealEvents(
            { code: paper.head.code, head: paper.head },
            issueResult(paper.context, result),
            by,
          );
          const entered = {
            number,
            agency: 'H44.101',
            year,
            count,
            procedureName: 'Thủ tục',
            key: `results/${number}`,
          };
          const refusal = await dossiers.commit({ before: paper.head, outcome, labels, result: entered });
          if (!refusal) return number;
          expect(refusal).toEqual({ refused: 'number' });
        }
      };
      const numbers = await Promise.all(papers.map(issue));
      expect(numbers.sort()).toEqual([1, 2, 3, 4].map(count => formatResultNumber('H44.101', year, count)));
      expect(await dossiers.resultsCounted('H44.101', year)).toBe(4);
      expect(await dossiers.resultsCounted('H44.101', '1999')).toBe(0);
    });
  });
}
