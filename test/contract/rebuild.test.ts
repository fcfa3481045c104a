import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTasksOf } from '../../functions/domain/lists/task-filters.ts';
import { sealTerms } from '../../functions/domain/search/sealed-terms.ts';
import { foundIndex } from '../../functions/features/search/found-index.ts';
import { rebuildProjections } from '../../functions/features/upkeep/rebuild-projections.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import type { ItemKey } from '../../functions/kernel/table/item-key.ts';
import type { ItemChange } from '../../functions/kernel/table/item-write.ts';
import type { Items } from '../../functions/kernel/table/items.ts';
import { keptDossiers } from '../../functions/records/dossiers/kept-dossiers.ts';
import { foundKeys } from '../../functions/records/keys/found-keys.ts';
import { keys, shardOf, TALLY_SHARDS } from '../../functions/records/keys/keys.ts';
import { dossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { workItem, workItemKey } from '../../functions/records/lists/work-items.ts';
import { workList } from '../../functions/records/lists/work-list.ts';
import { accept, approve } from '../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { keyring } from '../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { applicant, create, labels } from './stores.ts';

const now = Date.parse('2026-05-20T08:00:00+07:00');
const UNITS = ['H44.101', 'H44.102', 'H44.103'];

let local: LocalTable;
let table: Items;
beforeAll(async () => {
  local = await openLocalTable();
  table = dynamoItems(local.table);
});
afterAll(() => local?.close());

const version = (version: number, units: readonly string[]) => ({
  version,
  recordedAt: `2026-0${version}-01T08:00:00+07:00`,
  units: units.map(code => ({ code })),
});
/** A unit that was left out since still has its dossiers. */
const versions = [version(1, UNITS), version(2, UNITS.slice(0, 2))];
const organization = { current: async () => versions[1], version: async (nth: number) => versions[nth - 1] };

interface Slice {
  readonly looked: number;
  readonly differing: number;
  readonly units: number;
  readonly faults: Readonly<Record<'tasks' | 'lists' | 'work' | 'search' | 'money' | 'counts', number>>;
  readonly heads: readonly string[];
  readonly nextCursor: string | null;
}

async function slice(body: object): Promise<Slice> {
  const deps = { table, lists: dossierLists(table), organization, keyring: async () => keyring };
  const call = { caller: { kind: 'officer', id: 'an', unit: null, roles: ['administrator'] }, now };
  const asked = { limit: 2, onlyTell: false, ...body };
  return (await rebuildProjections(deps as never, { ...call, body: asked } as never)).body;
}

/** Goes through all slices, with something that happens between them. */
async function rebuilt(body: object = {}, meanwhile: () => Promise<unknown> = async () => {}) {
  const slices: Slice[] = [];
  for (let cursor: string | null | undefined; cursor !== null; cursor = slices.at(-1)?.nextCursor ?? null) {
    slices.push(await slice({ ...body, ...(cursor && { cursor }) }));
    await meanwhile();
  }
  const sum = (of: (slice: Slice) => number) => slices.reduce((total, one) => total + of(one), 0);
  const kind = (name: keyof Slice['faults']) => sum(({ faults }) => faults[name]);
  return {
    looked: sum(({ looked }) => looked),
    differing: sum(({ differing }) => differing),
    units: sum(({ units }) => units),
    faults: {
      tasks: kind('tasks'),
      lists: kind('lists'),
      work: kind('work'),
      search: kind('search'),
      money: kind('money'),
      counts: kind('counts'),
    },
    heads: slices.flatMap(({ heads }) => heads),
  };
}

const papers: PaperDossier[] = [];

async function file(agency: string, date: string): Promise<PaperDossier> {
  const filing = { receivingUnit: agency, at: `${date}T08:00:00+07:00` };
  const more = { ...filing, foundBy: sealTerms(applicant, keyring) };
  const made = await create({ dossiers: keptDossiers(table) }, { agency, date }, more);
  if ('refused' in made) throw new Error(made.refused);
  const paper = new PaperDossier('1.001193', { ...filing, code: made.outcome.head.code });
  papers.push(paper);
  return paper;
}

async function decide(paper: PaperDossier, step: (paper: PaperDossier) => unknown): Promise<void> {
  const before = paper.head;
  step(paper);
  const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
  expect(await keptDossiers(table).commit({ before, outcome, labels })).toBeUndefined();
}

const write = (key: ItemKey, change: ItemChange) => table.transact([{ refusal: 'no', key, change }]);

const none = { tasks: 0, lists: 0, work: 0, search: 0, money: 0, counts: 0 };

describe('a rebuild', () => {
  beforeAll(async () => {
    for (const [agency, date] of [
      ['H44.101', '2026-01-05'],
      ['H44.101', '2026-01-05'],
      ['H44.102', '2026-01-05'],
      ['H44.103', '2026-02-27'],
      ['H44.101', '2026-05-19'],
    ] as const)
      await file(agency, date);
    for (const paper of papers.slice(0, 3)) await decide(paper, one => one.decide(accept));
  });

  it('finds nothing where all is right, and has looked at everything', async () => {
    expect(await rebuilt()).toEqual({ looked: 5, differing: 0, units: 3, faults: none, heads: [] });
  });

  it('mends what is missing, out of date, left over and wrongly counted, and only tells where it is to', async () => {
    const [first, second, third, fourth] = papers.map(({ head }) => head);
    if (!first || !second || !third || !fourth) throw new Error('too few');
    await write(keys.listed(first.code, 'PROVINCE'), { remove: true });
    await write(keys.listed(second.code, 'UNIT#H44.101'), { set: { statePk: 'UNIT#H44.101#submitted' } });
    const [open] = third.tasks;
    const [decided] = papers[2]?.ledger[0]?.opens ?? [];
    const stored = await keptDossiers(table).task(third.code, 1);
    if (!open || !decided || !stored) throw new Error('no tasks');
    await write(workItemKey(open), { remove: true });
    await write(workItemKey(decided), { put: workItem(stored) });
    const [term] = sealTerms(applicant, keyring).terms;
    if (!term) throw new Error('no terms');
    const place = { grade: term.grade, unit: 'H44.103', submittedAt: fourth.submittedAt, code: fourth.code };
    await write(foundKeys.item(term.digest, place), { remove: true });
    const share = keys.tally('H44.102', shardOf(third.code, TALLY_SHARDS));
    await write(share, { add: { 'handler:none:free': 5, '@left.h44-102': 1 } });
    const faults = { tasks: 0, lists: 2, work: 2, search: 1, money: 0, counts: 1 };
    const told = { looked: 5, differing: 4, units: 3, faults, heads: [] };
    // A task whose entry is missing is not counted: only what is written first lets the counts be right.
    const toldOnly = await rebuilt({ onlyTell: true });
    expect(toldOnly).toMatchObject({ differing: 4, faults: { lists: 2, search: 1, counts: 1 } });
    expect(await rebuilt()).toEqual(told);
    expect(await rebuilt()).toEqual({ ...told, differing: 0, faults: none });
    const [row] = await dossierLists(table).rows([first.code]);
    expect(row?.handling).toBe('accepted');
    const works = workList(table, { officersNamed: async () => [] });
    const { items } = await works.page(allTasksOf('H44.102'), { after: undefined, limit: 20 });
    expect(items.map(({ id }) => id)).toEqual([open.id]);
    expect([...(await works.tally('H44.102'))].filter(([, count]) => count !== 0)).toEqual([
      ['handler:none:free', 1],
    ]);
    const { found } = await foundIndex(table).byTerm(term.digest, 'H44.103', 10);
    expect(found.map(({ code }) => code)).toEqual([fourth.code]);
  });

  it('leaves people to work: what they change meanwhile stays as they have it', async () => {
    for (const { head } of papers) await write(keys.listed(head.code, 'PROVINCE'), { remove: true });
    const working = papers.slice(0, 3);
    const work = async () => {
      const paper = working.shift();
      if (paper) await decide(paper, one => one.decide(approve));
      else if (papers.length < 7) await file('H44.102', '2026-05-20');
    };
    await rebuilt({}, work);
    const again = await rebuilt();
    expect(again).toEqual({ looked: papers.length, differing: 0, units: 3, faults: none, heads: [] });
    const rows = await dossierLists(table).rows(papers.map(({ head }) => head.code));
    expect(rows.map(row => row?.version)).toEqual(papers.map(({ head }) => head.version));
  });

  it('names a dossier whose head is not what its ledger gives, and writes nothing of it', async () => {
    const [paper] = papers;
    if (!paper) throw new Error('none');
    const { head } = paper;
    await write(keys.head(head.code), { put: { head: { ...head, money: 'paid' }, labels } });
    await write(keys.listed(head.code, 'PROVINCE'), { remove: true });
    expect((await rebuilt()).heads).toEqual([head.code]);
    expect(await dossierLists(table).rows([head.code])).toEqual([undefined]);
    await write(keys.head(head.code), { put: { head, labels } });
    expect(await rebuilt()).toMatchObject({ differing: 1, heads: [] });
  });
});
