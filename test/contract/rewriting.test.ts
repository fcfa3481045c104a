import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionOf } from '../../functions/domain/lists/dossier-filters.ts';
import { taskQuestion } from '../../functions/domain/lists/task-filters.ts';
import { earlierTerms } from '../../functions/domain/search/earlier-terms.ts';
import { sealTerms } from '../../functions/domain/search/sealed-terms.ts';
import { dynamoFoundIndex } from '../../functions/features/search/found-index.ts';
import { searchDossiers } from '../../functions/features/search/search-dossiers.ts';
import { rebuildProjections } from '../../functions/features/upkeep/rebuild-projections.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import { dynamoDossierStore } from '../../functions/records/dossiers/dynamo-dossier-store.ts';
import { foundKeys } from '../../functions/records/keys/found-keys.ts';
import { keys, listPartitions } from '../../functions/records/keys/keys.ts';
import { dynamoApplicantNames } from '../../functions/records/lists/applicant-names.ts';
import { dynamoDossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { dynamoWorkList } from '../../functions/records/lists/work-list.ts';
import { dossierFilters } from '../../schemas/api/dossier-list.ts';
import { type Applicant, applicant } from '../../schemas/dossier/applicant.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { keyring } from '../support/lifecycle/memory-province.ts';
import { noQuotas } from '../support/lifecycle/no-quotas.ts';
import { filed } from '../support/lifecycle/paper-dossier.ts';
import { labels } from './stores.ts';

const UNIT = 'H44.101';
const DAY = '2026-03-02';
const now = Date.parse('2026-03-02T12:00:00+07:00');
const person = (name: string, nth: number, phone?: string): Applicant =>
  applicant.parse({ kind: 'person', name, identityNumber: `02509000000${nth}`, phone });

const OWNERS: readonly Applicant[] = [
  person('Nguyễn Ðạt Ƀyă', 1, '+840912345678'),
  person('HʼHen Êban', 2),
  {
    kind: 'organisation',
    name: 'Công ty cổ phần sản xuất thương mại Chè Phú Thọ Hoàng Long',
    taxCode: '2600108626',
  },
  person('Trần Thị Hà', 4),
];

let local: LocalTable;
const codes: string[] = [];

/**
 * Dossiers whose entries are as they were written before: terms and fields of the earlier folding, nothing that says
 * so.
 */
beforeAll(async () => {
  local = await openLocalTable();
  const { client, name: TableName } = local.table;
  const store = dynamoDossierStore(local.table);
  for (const owner of OWNERS) {
    const made = await store.create({ agency: UNIT, date: DAY }, code => {
      const filing = { receivingUnit: UNIT, at: `${DAY}T08:00:00+07:00`, code };
      const by = { kind: 'portal' as const, id: 'dvcqg' };
      const outcome = filed('1.001193', { ...filing, by, portalReference: `REF-${code}` });
      const sealed = sealTerms(owner, keyring);
      // A number with +84 and 0 was written as another number than it is.
      const terms = earlierTerms(owner)
        .filter(({ term }) => term !== 'phone 0912345678')
        .map(({ term, grade }) => ({ digest: keyring.termKey(term), grade }));
      const foundBy = { ...sealed, terms };
      const made = { outcome, applicant: owner, labels, foundBy };
      return { ...made, files: [], answer: undefined };
    });
    if ('refused' in made) throw new Error(made.refused);
    const { head } = made.outcome;
    codes.push(head.code);
    const asBefore = (Key: object, set: string, values?: object) =>
      client.send(
        new UpdateCommand({
          TableName,
          Key: { ...Key },
          UpdateExpression: set,
          ...(values && { ExpressionAttributeValues: { ...values } }),
        }),
      );
    await asBefore(keys.applicant(head.code), 'REMOVE folding');
    for (const scope of [`UNIT#${UNIT}`, 'PROVINCE', 'SUBMITTER#portal:dvcqg'] as const) {
      const field = listPartitions.fieldAsWritten(scope, labels.field, 'open');
      await asBefore(keys.listed(head.code, scope), 'SET fieldPk = :f REMOVE foundPk, foundSk', {
        ':f': field,
      });
    }
    const [task] = head.tasks;
    if (!task) throw new Error('no task');
    const inHands = keys.inHands(UNIT, { role: task.role }, task.dueAt, task.id);
    await asBefore(inHands, 'SET fieldPk = :f', { ':f': listPartitions.workWith(UNIT, labels.field) });
  }
}, 120_000);
afterAll(() => local?.close());

const caller = { kind: 'officer' as const, id: 'an', unit: UNIT, roles: ['reception' as const] };
const call = {
  caller,
  now,
  params: undefined,
  query: undefined,
  ifMatch: undefined,
  language: 'vi' as const,
};
const access = { requestId: 'r', reason: null };

async function found(q: string): Promise<string[]> {
  const deps = {
    lists: dynamoDossierLists(local.table),
    found: dynamoFoundIndex(local.table),
    procedures: { find: async () => [] },
    organization: { current: async () => undefined },
    names: dynamoApplicantNames(local.table),
    accessRecords: { add: async () => {} },
    quotas: noQuotas,
    keyring: async () => keyring,
  };
  const { body } = await searchDossiers(deps as never, { ...call, access, query: { q, limit: 20 } } as never);
  return body.items.map(({ code }) => code);
}

async function listed(filters: Record<string, string>): Promise<string[]> {
  const question = questionOf(dossierFilters.parse(filters), now);
  const place = { after: undefined, limit: 20, now };
  const page = await dynamoDossierLists(local.table).page({ kind: 'unit', unit: UNIT }, question, place);
  return page.items.map(({ code }) => code).toSorted();
}

async function worked(field: string): Promise<string[]> {
  const question = taskQuestion({ field, assignee: 'anybody' }, caller, { unit: UNIT, own: true, now });
  const page = await dynamoWorkList(local.table).page(question, { after: undefined, limit: 20 });
  return page.items.map(({ dossier }) => dossier).toSorted();
}

/** The units are as they were from the day of these dossiers on. */
const version = { version: 1, recordedAt: `${DAY}T00:00:00+07:00`, units: [{ code: UNIT }] };
const organization = { current: async () => version, version: async () => version } as never;

const rewrite = (cursor?: string) => {
  const deps = {
    lists: dynamoDossierLists(local.table),
    table: dynamoItems(local.table),
    organization,
    keyring: async () => keyring,
  };
  return rebuildProjections(deps, { ...call, body: { limit: 3, onlyTell: false, cursor } } as never);
};

/** How many entries find a dossier, by every term that any version has of it. */
async function entriesOf(nth: number): Promise<number> {
  const owner = OWNERS[nth];
  if (!owner) throw new Error('no such owner');
  const sealed = sealTerms(owner, keyring).terms.map(({ digest }) => digest);
  const earlier = earlierTerms(owner).map(({ term }) => keyring.termKey(term));
  const counts = await Promise.all(
    [...new Set([...sealed, ...earlier])].map(async digest => {
      const { Items = [] } = await local.table.client.send(
        new QueryCommand({
          TableName: local.table.name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': foundKeys.partition(digest) },
        }),
      );
      return Items.filter(({ sk }) => String(sk).endsWith(codes[nth] ?? '')).length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('entries of an earlier folding', () => {
  test('are found by what they were found by, and lists by field have them', async () => {
    const [dat, hen, firm, ha] = codes;
    expect(await found('Ðạt Ƀyă')).toEqual([dat]);
    expect(await found('HʼHen')).toEqual([hen]);
    expect(await found('hoàng long')).toEqual([firm]);
    expect(await found('tran thi ha')).toEqual([ha]);
    expect(await found('+840912345678')).toEqual([dat]);
    expect(await listed({ field: labels.field })).toEqual(codes);
    expect(await worked(labels.field)).toEqual(codes);
  });

  test('are not found by what is only now read as the same', async () => {
    for (const q of ['dat bya', 'h hen', 'cong ty', '0912345678', `ref-${codes[0]}`])
      expect(await found(q), q).toEqual([]);
    expect(await listed({ field: 'ho tich' })).toEqual([]);
  });

  test('are written anew page by page, and once only', async () => {
    const first = await rewrite();
    expect(first.body).toMatchObject({ looked: 3, differing: 3, units: 0, upTo: DAY, heads: [] });
    expect(first.body.faults).toMatchObject({ tasks: 0, lists: 9, work: 3, counts: 0 });
    expect((await rewrite()).body).toMatchObject({ looked: 3, differing: 0 });
    const second = await rewrite(first.body.nextCursor ?? undefined);
    expect(second.body).toMatchObject({ looked: 1, differing: 1, upTo: DAY });
    const third = await rewrite(second.body.nextCursor ?? undefined);
    const faults = { tasks: 0, lists: 0, work: 0, search: 0, money: 0, counts: 0 };
    expect(third.body).toMatchObject({ looked: 0, units: 1, faults, upTo: null, nextCursor: null });
  });

  test('are then found however one writes, and nothing of the earlier ones is left', async () => {
    const [dat, hen, firm, ha] = codes;
    for (const q of ['dat bya', 'Đạt', '0912345678', '84 912 345 678', `ref-${dat}`])
      expect(await found(q), q).toEqual([dat]);
    for (const q of ['h hen', "H'Hen", 'hhen eban']) expect(await found(q), q).toEqual([hen]);
    for (const q of ['cong ty', 'sản xuất', 'hoang long', 'chè thương mại'])
      expect(await found(q), q).toEqual([firm]);
    expect(await found('ha tran')).toEqual([ha]);
    for (const field of [labels.field, 'ho tich', 'HỘ  TỊCH']) {
      expect(await listed({ field })).toEqual(codes);
      expect(await worked(field)).toEqual(codes);
    }
    expect(await listed({ portalReference: `ref-${hen}` })).toEqual([hen]);
    for (const [nth, owner] of OWNERS.entries())
      expect(await entriesOf(nth)).toBe(sealTerms(owner, keyring).terms.length);
    const kept = await local.table.client.send(
      new GetCommand({ TableName: local.table.name, Key: { ...keys.applicant(codes[0] ?? '') } }),
    );
    expect(kept.Item?.['folding']).toBe(2);
  });
});
