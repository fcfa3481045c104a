import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionOf } from '../../functions/domain/lists/dossier-filters.ts';
import { dynamoDossierStore } from '../../functions/records/dossiers/dynamo-dossier-store.ts';
import { dynamoFileStore } from '../../functions/records/files/file-store.ts';
import { dynamoDossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { openDuplicates } from '../../functions/records/lists/open-duplicates.ts';
import { suppliedComponents } from '../../schemas/api/decision.ts';
import type { DossierFilters } from '../../schemas/api/dossier-list.ts';
import { create, labels } from '../contract/stores.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';

const now = Date.parse('2026-03-20T08:00:00+07:00');

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const store = () => dynamoDossierStore(local.table);

async function codeOf(agency: string, date: string, more: Parameters<typeof create>[2] = {}) {
  const made = await create({ dossiers: store() }, { agency, date }, more);
  if ('refused' in made) throw new Error(made.refused);
  return made.outcome.head.code;
}

async function withdrawn(code: string, at: string): Promise<void> {
  const paper = new PaperDossier('1.001193', { code, receivingUnit: code.slice(0, 7), at });
  const before = paper.head;
  paper.withdraw();
  const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
  expect(await store().commit({ before, outcome, labels })).toBeUndefined();
}

/** A whole list, page by page. */
async function walked(unit: string, filters: DossierFilters, limit: number): Promise<string[]> {
  const codes: string[] = [];
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const { items, next } = await dynamoDossierLists(local.table).page(
      { kind: 'unit', unit },
      questionOf(filters, now),
      { after, limit, now },
    );
    expect(items.length).toBeLessThanOrEqual(limit);
    codes.push(...items.map(({ code }) => code));
    after = next;
  }
  return codes;
}

describe('numbers of dossiers', () => {
  const numbered = (agency: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${agency}-260303-${String(index + 1).padStart(4, '0')}`);

  test('open-zaak/open-zaak#1271, #1300, #2477, municipal-services#363, opencrvs/opencrvs-core#11003: sixty at once at two units, each counted by itself, none twice', async () => {
    const codes = await Promise.all(
      Array.from({ length: 60 }, (_, index) => codeOf(index % 2 ? 'H44.131' : 'H44.132', '2026-03-03')),
    );
    expect(codes.sort()).toEqual([...numbered('H44.131', 30), ...numbered('H44.132', 30)]);
  });

  test('open-zaak/open-zaak#2388, #1393: the number of a withdrawn dossier is not given again, and none is left out', async () => {
    const first = await codeOf('H44.133', '2026-03-03');
    await withdrawn(first, '2026-03-03T08:00:00+07:00');
    expect([first, await codeOf('H44.133', '2026-03-03')]).toEqual(numbered('H44.133', 2));
  });
});

describe('lists, page by page', () => {
  const UNIT = 'H44.134';
  const all: string[] = [];
  beforeAll(async () => {
    // All in one second, and every third one over: open and closed dossiers lie in different partitions.
    for (let nth = 0; nth < 24; nth++) all.push(await codeOf(UNIT, '2026-03-04'));
    for (const code of all.filter((_, nth) => nth % 3 === 0))
      await withdrawn(code, '2026-03-04T08:00:00+07:00');
  });

  test.each([1, 2, 3, 5, 7, 8, 12, 23, 24, 25, 26])(
    'formkiq/formkiq-core#446, #551, cgwire/zou#813, Protean-Labs/subgrounds#57: nothing is skipped or shown twice, %i at a time',
    async limit => {
      const codes = await walked(UNIT, {}, limit);
      expect(codes).toHaveLength(24);
      expect([...codes].sort()).toEqual([...all].sort());
      expect(codes).toEqual(await walked(UNIT, {}, 100));
    },
  );

  test('open-learning-exchange/planet#9956, tale-project/tale#2075, mergewatch.ai#337: the last day of a period belongs to it', async () => {
    const day = '2026-03-04';
    expect(await walked(UNIT, { submittedFrom: day, submittedTo: day }, 100)).toHaveLength(24);
    expect(await walked(UNIT, { submittedTo: '2026-03-03' }, 100)).toEqual([]);
    expect(await walked(UNIT, { submittedFrom: '2026-03-05' }, 100)).toEqual([]);
  });
});

test('opencrvs/opencrvs-core#4918: the same request again is told, whoever entered it and wherever', async () => {
  const first = await codeOf('H44.135', '2026-03-05');
  const second = await codeOf('H44.136', '2026-03-05');
  const { owner } = new PaperDossier('1.001193').head;
  const duplicates = await openDuplicates(dynamoDossierLists(local.table))(owner, '1.001193', now);
  // The person of these tests has ten open ones and more: the newest are named.
  expect(duplicates).toEqual(expect.arrayContaining([first, second]));
  await withdrawn(first, '2026-03-05T08:00:00+07:00');
  expect(await openDuplicates(dynamoDossierLists(local.table))(owner, '1.001193', now)).not.toContain(first);
});

test('awslabs/dynamodb-transactions#53: fifty files go with one transaction, more are refused before it', async () => {
  const files = dynamoFileStore(local.table);
  const ids = Array.from({ length: 51 }, (_, index) => `f_${String(index).padStart(26, '0')}`);
  for (const id of ids.slice(0, 50)) {
    await files.declare({
      id,
      declaredBy: 'k'.repeat(32),
      key: `uploads/2026-03-06/${id}`,
      fileName: 'giay.pdf',
      contentType: 'application/pdf',
      size: 1,
      sha256: '0'.repeat(64),
      state: 'declared',
      declaredAt: '2026-03-06T08:00:00+07:00',
    });
    await files.settle(id, undefined);
  }
  const code = await codeOf('H44.137', '2026-03-06', { files: ids.slice(0, 50) });
  expect(await files.find(ids[49] ?? '')).toMatchObject({ dossier: code });
  const given = [20, 20, 11].map((count, index) => ({
    component: `c${index}`,
    files: ids.slice(index * 20, index * 20 + count),
  }));
  expect(suppliedComponents.safeParse(given).success).toBe(false);
  expect(
    suppliedComponents.safeParse([...given.slice(0, 2), { component: 'c2', files: ids.slice(40, 50) }]),
  ).toMatchObject({ success: true });
});
