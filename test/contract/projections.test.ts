import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionOf } from '../../functions/domain/lists/dossier-filters.ts';
import { allTasksOf } from '../../functions/domain/lists/task-filters.ts';
import { earlierTerms } from '../../functions/domain/search/earlier-terms.ts';
import { sealTerms } from '../../functions/domain/search/sealed-terms.ts';
import { foundIndex } from '../../functions/features/search/found-index.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import type { ItemKey } from '../../functions/kernel/table/item-key.ts';
import type { Attributes } from '../../functions/kernel/table/item-write.ts';
import type { Items } from '../../functions/kernel/table/items.ts';
import { memoryItems } from '../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { keptDossiers } from '../../functions/records/dossiers/kept-dossiers.ts';
import { foundKeys } from '../../functions/records/keys/found-keys.ts';
import { keys, shardOf, TALLY_SHARDS } from '../../functions/records/keys/keys.ts';
import { dossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { workItem, workItemKey } from '../../functions/records/lists/work-items.ts';
import { workList } from '../../functions/records/lists/work-list.ts';
import {
  compareCounts,
  mendCount,
  removeOrphan,
} from '../../functions/records/projections/compare-counts.ts';
import { compareDossier } from '../../functions/records/projections/compare-projections.ts';
import { repairDossier } from '../../functions/records/projections/repair-dossier.ts';
import type { Applicant } from '../../schemas/dossier/applicant.ts';
import type { StoredTask } from '../../schemas/stored/task.ts';
import { accept, approve, missing } from '../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { keyring } from '../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { create, labels } from './stores.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const UNIT = 'H44.101';
const OTHER = 'H44.102';
const now = Date.parse('2026-03-20T08:00:00+07:00');
const owner: Applicant = { kind: 'person', name: 'Nguyễn Ðạt Ƀyă', identityNumber: '025090000001' };
let days = 0;

/** A dossier in a store, and what was decided about it on paper. */
class Kept {
  readonly paper: PaperDossier;
  readonly #table: Items;

  constructor(table: Items, paper: PaperDossier) {
    this.#table = table;
    this.paper = paper;
  }

  static async filed(table: Items): Promise<Kept> {
    const date = new Date(Date.UTC(2026, 2, 2 + (days++ % 10))).toISOString().slice(0, 10);
    const filing = {
      applicant: owner,
      receivingUnit: UNIT,
      competentUnit: OTHER,
      at: `${date}T08:00:00+07:00`,
    };
    const foundBy = sealTerms(owner, keyring);
    const more = { ...filing, foundBy };
    const made = await create({ dossiers: keptDossiers(table) }, { agency: UNIT, date }, more);
    if ('refused' in made) throw new Error(made.refused);
    const { code } = made.outcome.head;
    return new Kept(table, new PaperDossier('1.001193', { ...filing, code }));
  }

  get code(): string {
    return this.paper.head.code;
  }

  async go(...steps: ((paper: PaperDossier) => unknown)[]): Promise<this> {
    for (const step of steps) {
      const before = this.paper.head;
      step(this.paper);
      const outcome = { events: this.paper.ledger.slice(before.version), head: this.paper.head };
      expect(await keptDossiers(this.#table).commit({ before, outcome, labels })).toBeUndefined();
    }
    return this;
  }

  async row() {
    return (await dossierLists(this.#table).rows([this.code]))[0];
  }

  async differences() {
    const compared = await compareDossier(this.#table, this.code, keyring);
    expect(compared?.headAgrees).toBe(true);
    return (compared?.differences ?? []).map(({ projection, fault }) => `${projection}: ${fault}`).sort();
  }

  async repair() {
    const compared = await compareDossier(this.#table, this.code, keyring);
    if (!compared) throw new Error('no such dossier');
    return repairDossier(this.#table, compared);
  }
}

const put = (table: Items, key: ItemKey, item: Attributes) =>
  table.transact([{ refusal: 'no', key, change: { put: item } }]);
const remove = (table: Items, key: ItemKey) =>
  table.transact([{ refusal: 'no', key, change: { remove: true } }]);

const takenBy = (assignee: string) => (paper: PaperDossier) =>
  paper.enter([
    { data: { type: 'assigned', task: paper.head.tasks[0]?.id ?? '', assignee }, opens: [], closes: [] },
  ]);

function projectionsContract(kind: string, opened: () => Items): void {
  const nobody = { officersNamed: async () => [] };
  const shownTasks = async (unit: string) => {
    const list = workList(opened(), nobody);
    return (await list.page(allTasksOf(unit), { after: undefined, limit: 100 })).items;
  };
  const tally = (unit: string) => workList(opened(), nobody).tally(unit);

  describe(`projections ${kind}`, () => {
    it('are what the ledger says after whatever happens', async () => {
      const table = opened();
      const ways: Parameters<Kept['go']>[] = [
        [],
        [paper => paper.decide(accept)],
        [paper => paper.decide(accept), takenBy('an.h44-102'), paper => paper.decide(approve)],
        [paper => paper.decide(missing), paper => paper.supplement(), paper => paper.decide(accept)],
        [paper => paper.decide(accept), takenBy('an'), paper => paper.withdraw()],
        [paper => paper.decide(accept), paper => paper.at('2026-06-30T09:00:00+07:00').soundAlarms()],
      ];
      for (const way of ways) {
        const kept = await Kept.filed(table);
        await kept.go(...way);
        expect(await kept.differences()).toEqual([]);
      }
      for (const unit of [UNIT, OTHER])
        expect(await compareCounts(table, unit)).toEqual({ unit, orphans: [], differences: [] });
    });

    it('show a dossier again whose entries are lost, and say again what it is', async () => {
      const table = opened();
      const kept = await (await Kept.filed(table)).go(paper => paper.decide(accept));
      const row = await kept.row();
      const [task] = kept.paper.head.tasks;
      if (!task) throw new Error('no task');
      await remove(table, keys.listed(kept.code, 'PROVINCE'));
      await put(table, keys.listed(kept.code, `UNIT#${UNIT}`), {
        row: '{}',
        submissionPk: 'x',
        submissionSk: 'x',
      });
      await remove(table, workItemKey(task));
      await remove(table, keys.task(kept.code, 1));
      const [digest = ''] = sealTerms(owner, keyring).terms.map(term => term.digest);
      const place = { grade: 0, unit: OTHER, submittedAt: kept.paper.head.submittedAt, code: kept.code };
      await remove(table, foundKeys.item(digest, place));
      expect(await kept.differences()).toEqual([
        'lists: missing',
        'lists: stale',
        'search: missing',
        'tasks: missing',
        'work: missing',
      ]);
      expect(await kept.repair()).toBe(true);
      expect(await kept.differences()).toEqual([]);
      expect(await kept.row()).toEqual(row);
      expect((await shownTasks(OTHER)).map(({ id }) => id)).toContain(task.id);
      const { items } = await dossierLists(table).page(
        { kind: 'unit', unit: UNIT },
        questionOf({ handling: ['accepted'], submittedFrom: row?.submittedAt.slice(0, 10) }, now),
        { after: undefined, limit: 100, now },
      );
      expect(items.map(({ code }) => code)).toContain(kept.code);
    });

    it('take away the entry of a decided task, and what found the dossier before', async () => {
      const table = opened();
      const kept = await Kept.filed(table);
      const reception = (await shownTasks(UNIT)).find(({ dossier }) => dossier === kept.code);
      if (!reception) throw new Error('no task');
      await kept.go(paper => paper.decide(accept));
      await put(table, workItemKey(reception), workItem(reception));
      const now = new Set(sealTerms(owner, keyring).terms.map(({ digest }) => digest));
      const digest = earlierTerms(owner)
        .map(({ term }) => keyring.termKey(term))
        .find(one => !now.has(one));
      if (digest === undefined) throw new Error('both foldings read the name alike');
      const grade = earlierTerms(owner).find(({ term }) => keyring.termKey(term) === digest)?.grade ?? 0;
      const { submittedAt } = kept.paper.head;
      await put(table, foundKeys.item(digest, { grade, unit: UNIT, submittedAt, code: kept.code }), {});
      expect(await kept.differences()).toEqual(['search: orphan', 'work: orphan']);
      expect(await kept.repair()).toBe(true);
      expect(await kept.differences()).toEqual([]);
      expect((await shownTasks(UNIT)).map(({ id }) => id)).not.toContain(reception.id);
      const found = await foundIndex(table).byTerm(digest, UNIT, 100);
      expect(found.found.map(({ code }) => code)).not.toContain(kept.code);
    });

    it('keep by what a decision is known again, and its receipt', async () => {
      const table = opened();
      const kept = await Kept.filed(table);
      const { head: before } = kept.paper;
      kept.paper.decide(accept);
      const outcome = { events: kept.paper.ledger.slice(before.version), head: kept.paper.head };
      const decision = { task: `${kept.code}.t1`, digest: 'd'.repeat(64), receipt: '{"closed":true}' };
      await keptDossiers(table).commit({ before, outcome, labels, decision });
      const store = keptDossiers(table);
      const stored = (await store.task(kept.code, 1)) as StoredTask;
      await put(table, keys.task(kept.code, 1), { task: { ...stored, unit: OTHER } });
      expect(await kept.differences()).toEqual(['tasks: stale']);
      await kept.repair();
      expect(await store.task(kept.code, 1)).toEqual(stored);
    });

    it('are left alone where the dossier was changed since they were compared', async () => {
      const table = opened();
      const kept = await Kept.filed(table);
      await remove(table, keys.listed(kept.code, 'PROVINCE'));
      const compared = await compareDossier(table, kept.code, keyring);
      await kept.go(paper => paper.decide(accept));
      if (!compared) throw new Error('no such dossier');
      expect(await repairDossier(table, compared)).toBe(false);
      expect((await kept.row())?.handling).toBe('accepted');
    });

    it('are not judged by a head that its ledger does not give', async () => {
      const table = opened();
      const kept = await Kept.filed(table);
      const { head } = kept.paper;
      await put(table, keys.head(kept.code), { head: { ...head, receivingUnit: OTHER }, labels });
      expect(await compareDossier(table, kept.code, keyring)).toMatchObject({
        headAgrees: false,
        differences: [],
      });
      await put(table, keys.head(kept.code), { head, labels });
      expect(await compareDossier(table, 'H44.101-260302-9999', keyring)).toBeUndefined();
    });

    it('count open tasks anew, whoever holds them, and only what stands as it was read', async () => {
      const table = opened();
      const kept = await (await Kept.filed(table)).go(paper => paper.decide(accept), takenBy('binh.h44-102'));
      const right = await tally(OTHER);
      const key = keys.tally(OTHER, shardOf(kept.code, TALLY_SHARDS));
      const wrong = { 'handler:none:free': 7, '@gone.h44-102': 1 };
      await put(table, key, wrong);
      const compared = await compareCounts(table, OTHER);
      expect(compared.differences.map(difference => difference.key)).toEqual([key]);
      await put(table, key, { ...wrong, '@gone.h44-102': 2 });
      expect(await Promise.all(compared.differences.map(each => mendCount(table, each)))).toEqual([false]);
      const again = await compareCounts(table, OTHER);
      expect(await Promise.all(again.differences.map(each => mendCount(table, each)))).toEqual([true]);
      const mended = await tally(OTHER);
      for (const name of new Set([...right.keys(), ...mended.keys()]))
        expect(mended.get(name) ?? 0, name).toBe(right.get(name) ?? 0);
    });

    it('find entries in work lists that no dossier has, wherever they came from', async () => {
      const table = opened();
      const kept = await (await Kept.filed(table)).go(paper => paper.decide(accept));
      const task = (await shownTasks(OTHER)).find(({ dossier }) => dossier === kept.code);
      if (!task) throw new Error('no task');
      const strange = { ...task, assignee: 'nobody.h44-102' };
      const unknown = { ...task, id: 'H44.101-260302-9999.t1', dossier: 'H44.101-260302-9999' };
      for (const one of [strange, unknown]) await put(table, workItemKey(one), workItem(one));
      const { orphans, differences } = await compareCounts(table, OTHER);
      expect(orphans.map(({ key }) => key)).toEqual(
        expect.arrayContaining([workItemKey(strange), workItemKey(unknown)]),
      );
      expect(orphans).toHaveLength(2);
      expect(differences).toEqual([]);
      expect(await Promise.all(orphans.map(each => removeOrphan(table, each)))).toEqual([true, true]);
      expect((await compareCounts(table, OTHER)).orphans).toEqual([]);
    });
  });
}

const memory = memoryItems(memoryRecords());
projectionsContract('in memory', () => memory);
projectionsContract('in the table', () => dynamoItems(local.table));
