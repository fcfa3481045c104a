import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitingTask } from '../../functions/domain/dossier/waiting.ts';
import { questionOf } from '../../functions/domain/lists/dossier-filters.ts';
import type { Scope } from '../../functions/domain/lists/list-scopes.ts';
import { rowOf } from '../../functions/domain/lists/row-of.ts';
import { taskQuestion } from '../../functions/domain/lists/task-filters.ts';
import { foundIndex } from '../../functions/features/search/found-index.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import type { Items } from '../../functions/kernel/table/items.ts';
import { memoryItems } from '../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { keptDossiers } from '../../functions/records/dossiers/kept-dossiers.ts';
import { dossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { workList } from '../../functions/records/lists/work-list.ts';
import type { TaskFilters } from '../../schemas/api/task-list.ts';
import { dossierHead } from '../../schemas/dossier/head.ts';
import { readTaskId } from '../../schemas/dossier/task.ts';
import { accept, approve, missing } from '../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { create, labels } from './stores.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

/** Stores of one kind, over the same items. */
function storesOver(items: Items) {
  const nobody = { officersNamed: async () => [] };
  return {
    dossiers: keptDossiers(items),
    lists: dossierLists(items),
    workList: workList(items, nobody),
    found: foundIndex(items),
  };
}
type Lists = ReturnType<typeof storesOver>;
const inMemory = storesOver(memoryItems(memoryRecords()));

const now = Date.parse('2026-03-05T08:00:00+07:00');

const unit = (code: string): Scope => ({ kind: 'unit', unit: code });
const person = (key: string): Scope => ({ kind: 'person', key });

/** What lists, work lists, counts and searches show, whatever they are kept in. */
function listsContract(kind: string, kept: () => Lists): void {
  async function listed(scope: Scope) {
    const place = { after: undefined, limit: 20, now };
    const { items } = await kept().lists.page(scope, questionOf({}, now), place);
    return items.map(({ code, handling }) => [code, handling]);
  }

  describe(`${kind}: a dossier received for another unit`, () => {
    it('is in the lists of both units and of the province, in its state of now', async () => {
      const stores = { dossiers: kept().dossiers };
      const filing = { receivingUnit: 'H44.120', competentUnit: 'H44.121', at: '2026-03-02T08:00:00+07:00' };
      const made = await create(stores, { agency: 'H44.120', date: '2026-03-02' }, filing);
      if ('refused' in made) throw new Error(made.refused);
      const { code } = made.outcome.head;
      expect(await listed(unit('H44.120'))).toEqual([[code, 'submitted']]);
      const paper = new PaperDossier('1.001193', { ...filing, code });
      const before = paper.head;
      paper.at('2026-03-02T09:00:00+07:00').decide(accept);
      const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
      expect(await stores.dossiers.commit({ before, outcome, labels })).toBeUndefined();
      expect(await listed(unit('H44.120'))).toEqual([[code, 'accepted']]);
      expect(await listed(unit('H44.121'))).toEqual([[code, 'accepted']]);
      expect(await listed({ kind: 'province' })).toContainEqual([code, 'accepted']);
    });

    it('gives of its head what is asked for, and undefined for one that does not exist', async () => {
      const stores = { dossiers: kept().dossiers };
      const made = await create(stores, { agency: 'H44.122', date: '2026-03-02' });
      if ('refused' in made) throw new Error(made.refused);
      const { head } = made.outcome;
      const parts = dossierHead.pick({
        tasks: true,
        amountDue: true,
        timeliness: true,
        representative: true,
      });
      const { tasks, amountDue, timeliness, representative } = head;
      const codes = [head.code, 'H44.122-260302-9999', head.code];
      const asked = { tasks, amountDue, timeliness, representative };
      expect(await kept().lists.parts(codes, parts)).toEqual([asked, undefined, asked]);
    });
  });

  describe(`${kind}: the row of a dossier`, () => {
    const filing = {
      receivingUnit: 'H44.124',
      at: '2026-03-02T08:00:00+07:00',
      returnBy: 'counter' as const,
    };
    const result = {
      number: 'H44.124-KQ2026-000001',
      file: 'f',
      sha256: '0'.repeat(64),
      size: 1,
      origin: 'rendered' as const,
    };
    const ways: Readonly<Record<string, readonly ((paper: PaperDossier) => PaperDossier)[]>> = {
      'to its result': [
        paper => paper.decide(accept),
        paper => paper.decide(approve),
        paper => paper.decide(approve),
        paper => paper.issue(result),
      ],
      'through a supplement to its withdrawal': [
        paper => paper.decide(missing),
        paper => paper.supplement(),
        paper => paper.decide(accept),
        paper => paper.decide(missing),
        paper => paper.withdraw(),
      ],
    };

    it.each(Object.entries(ways))('is what the dossier is in all its lists, %s', async (way, steps) => {
      const store = kept().dossiers;
      const date = way.endsWith('result') ? '2026-03-05' : '2026-03-06';
      const made = await create({ dossiers: store }, { agency: 'H44.124', date }, filing);
      if ('refused' in made) throw new Error(made.refused);
      const { code } = made.outcome.head;
      const paper = new PaperDossier('1.001193', { ...filing, code });
      for (const [index, step] of steps.entries()) {
        const before = paper.head;
        step(paper.at(`2026-03-02T${10 + index}:00:00+07:00`));
        const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
        expect(await store.commit({ before, outcome, labels })).toBeUndefined();
        const row = rowOf(paper.head, labels);
        for (const scope of [unit('H44.124'), { kind: 'province' } as const, person(paper.head.owner)]) {
          const place = { after: undefined, limit: 100, now };
          const { items } = await kept().lists.page(scope, questionOf({}, now), place);
          expect(items.find(item => item.code === code)).toEqual(row);
        }
      }
    });
  });

  describe(`${kind}: an open task`, () => {
    const now = Date.parse('2026-03-30T10:00:00+07:00');
    const listOf = async (filters: TaskFilters) => {
      const question = taskQuestion(
        filters,
        { id: 'an', roles: ['handler'] },
        { unit: 'H44.123', own: true, now },
      );
      const page = await kept().workList.page(question, { after: undefined, limit: 20 });
      return page.items;
    };

    it('is in its lists as the store has it, after each thing that happens to it, and nowhere once closed', async () => {
      const store = kept().dossiers;
      const made = await create({ dossiers: store }, { agency: 'H44.123', date: '2026-03-02' }, filing);
      if ('refused' in made) throw new Error(made.refused);
      const { code } = made.outcome.head;
      const paper = new PaperDossier('1.001193', { ...filing, code });
      const commit = async (change: () => unknown) => {
        const before = paper.head;
        change();
        const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
        expect(await store.commit({ before, outcome, labels })).toBeUndefined();
      };
      const inAll = async (tasks: unknown[]) => {
        for (const filters of LISTS) expect(await listOf(filters), JSON.stringify(filters)).toEqual(tasks);
      };
      await commit(() => paper.at('2026-03-02T09:00:00+07:00').decide(accept));
      const id = waitingTask(paper.head)?.id ?? '';
      const stored = async () => store.task(code, readTaskId(id)?.number ?? 0);
      await inAll([await stored()]);

      await commit(() =>
        paper.enter([{ data: { type: 'assigned', task: id, assignee: 'an' }, opens: [], closes: [] }]),
      );
      expect((await stored())?.assignee).toBe('an');
      await inAll([await stored()]);
      expect(await listOf({ assignee: 'nobody' })).toEqual([]);

      await commit(() => paper.at('2026-03-30T09:00:00+07:00').soundAlarms());
      expect((await stored())?.alarm).toBe('escalated');
      await inAll([await stored()]);
      expect(await listOf({ alarm: 'escalated' })).toEqual([await stored()]);
      expect(await listOf({ alarm: 'none' })).toEqual([]);
      expect(await listOf({ receivedFrom: '2026-03-03' })).toEqual([]);
      expect(await listOf({ channel: 'online' })).toEqual([]);

      await commit(() => paper.withdraw());
      await inAll([]);
    });
    const filing = { receivingUnit: 'H44.123', channel: 'post' as const, at: '2026-03-02T08:00:00+07:00' };
    /** Each from another place: hands, and the indexes. */
    const LISTS: readonly TaskFilters[] = [
      {},
      { procedure: '1.001193' },
      { field: labels.field },
      { channel: 'post' },
      { receivedFrom: '2026-03-02', receivedTo: '2026-03-02' },
      { assignee: 'anybody' },
    ];
  });

  describe(`${kind}: a dossier a citizen submitted for somebody else`, () => {
    it('is in the lists of both', async () => {
      const stores = { dossiers: kept().dossiers };
      const made = await create(stores, { agency: 'H44.122', date: '2026-03-03' });
      if ('refused' in made) throw new Error(made.refused);
      const { code, owner } = made.outcome.head;
      expect(await listed(person(owner))).toContainEqual([code, 'submitted']);
      const other = await stores.dossiers.create({ agency: 'H44.122', date: '2026-03-04' }, next => ({
        ...made,
        outcome: new FiledForAnother(next).outcome,
      }));
      if ('refused' in other) throw new Error(other.refused);
      expect(await listed(person('helper-key'))).toEqual([[other.outcome.head.code, 'submitted']]);
    });
  });
}

listsContract('in memory', () => inMemory);
listsContract('in the table', () => storesOver(dynamoItems(local.table)));

/** A submission whose actor is not its owner. */
class FiledForAnother {
  readonly outcome;

  constructor(code: string) {
    const paper = new PaperDossier('1.001193', {
      code,
      receivingUnit: 'H44.122',
      at: '2026-03-04T08:00:00+07:00',
    });
    this.outcome = { events: paper.ledger, head: { ...paper.head, submittedBy: 'citizen:helper-key' } };
  }
}
