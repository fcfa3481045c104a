import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDossierCode } from '../../functions/domain/dossier/number.ts';
import { sealTerms } from '../../functions/domain/search/sealed-terms.ts';
import { listDossiers } from '../../functions/features/dossiers/list-dossiers.ts';
import { dynamoFoundIndex } from '../../functions/features/search/found-index.ts';
import { searchDossiers } from '../../functions/features/search/search-dossiers.ts';
import { countTasks } from '../../functions/features/tasks/count-tasks.ts';
import { listTasks } from '../../functions/features/tasks/list-tasks.ts';
import { dynamoCatalogueStore } from '../../functions/records/catalogue/catalogue-store.ts';
import { procedureNames } from '../../functions/records/catalogue/procedure-names.ts';
import { dynamoDossierStore } from '../../functions/records/dossiers/dynamo-dossier-store.ts';
import { dynamoApplicantNames } from '../../functions/records/lists/applicant-names.ts';
import { dynamoDossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { openDuplicates } from '../../functions/records/lists/open-duplicates.ts';
import { dynamoWorkList } from '../../functions/records/lists/work-list.ts';
import { dossierFilters } from '../../schemas/api/dossier-list.ts';
import { taskFilters } from '../../schemas/api/task-list.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import { accept } from '../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { keyring } from '../support/lifecycle/memory-province.ts';
import { noQuotas } from '../support/lifecycle/no-quotas.ts';
import { filed, PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { countReads, type Reading } from '../support/read-units.ts';
import { labels } from './stores.ts';

const UNIT = 'H44.101';
const OTHER = 'H44.102';
const DAY = '2026-03-02';
const OWNER = '025090000001';
const now = Date.parse('2026-03-02T12:00:00+07:00');
const DOSSIERS = 150;

const officer = (roles: ('reception' | 'handler' | 'overseer')[]): Principal => ({
  kind: 'officer',
  id: `${roles[0]}`,
  unit: roles.includes('overseer') ? 'H44' : UNIT,
  roles,
});
const reception = officer(['reception']);
const overseer = officer(['overseer']);
const citizen: Principal = { kind: 'citizen', identityNumber: OWNER, level: 2 };

let local: LocalTable;
let reading: () => Reading;

/** Many dossiers in two units: of every ten, one is accepted. Each is one person's; the first ten of each unit are the same person's. */
beforeAll(async () => {
  local = await openLocalTable();
  const store = dynamoDossierStore(local.table);
  for (const unit of [UNIT, OTHER]) {
    for (let index = 0; index < DOSSIERS; index++) {
      const at = `${DAY}T08:${String(index % 60).padStart(2, '0')}:00+07:00`;
      const number = index < 10 ? OWNER : `0250900${String(10_000 + index).slice(-5)}`;
      const applicant = { kind: 'person' as const, name: 'Nguyễn Văn An', identityNumber: number };
      const filing = { receivingUnit: unit, at };
      const made = await store.create({ agency: unit, date: DAY }, code => {
        const outcome = filed('1.001193', { ...filing, code });
        const head = { ...outcome.head, owner: keyring.personKey(number) };
        const foundBy = sealTerms(applicant, keyring);
        return { outcome: { ...outcome, head }, applicant, labels, foundBy, files: [], answer: undefined };
      });
      if ('refused' in made) throw new Error(made.refused);
      if (index % 10 !== 0) continue;
      const paper = new PaperDossier('1.001193', { ...filing, code: made.outcome.head.code });
      const before = paper.head;
      paper.at(`${DAY}T10:00:00+07:00`).decide(accept);
      const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
      await store.commit({ before, outcome, labels });
    }
  }
  reading = countReads(local.table);
}, 60_000);
afterAll(() => local?.close());

const access = { requestId: 'r', reason: null };
const request = {
  access,
  params: undefined,
  body: undefined,
  ifMatch: undefined,
  language: 'vi' as const,
  now,
};
const repeat = { key: undefined, requestHash: '' };

function list(caller: Principal, filters: Record<string, string>, limit = 20) {
  const deps = { lists: dynamoDossierLists(local.table), keyring: async () => keyring };
  const query = { ...dossierFilters.parse(filters), limit };
  // Only what the list itself needs is given.
  return listDossiers(deps as never, { ...request, repeat, caller, query } as never);
}
function tasks(caller: Principal, filters: Record<string, string>, limit = 20) {
  const deps = {
    workList: dynamoWorkList(local.table),
    lists: dynamoDossierLists(local.table),
    keyring: async () => keyring,
  };
  const query = { ...taskFilters.parse(filters), limit };
  return listTasks(deps as never, { ...request, repeat, caller, query } as never);
}
function counts() {
  const deps = { workList: dynamoWorkList(local.table), keyring: async () => keyring };
  return countTasks(deps as never, { ...request, repeat, caller: reception, query: {} } as never);
}
function search(caller: Principal, q: string) {
  const deps = {
    lists: dynamoDossierLists(local.table),
    found: dynamoFoundIndex(local.table),
    procedures: procedureNames(dynamoCatalogueStore(local.table), { keptFor: 60_000, now: () => now }),
    organization: {
      current: async () => ({ version: 1, recordedAt: DAY, units: [UNIT, OTHER].map(code => ({ code })) }),
    },
    names: dynamoApplicantNames(local.table),
    // What is recorded is written, not read.
    accessRecords: { add: async () => {} },
    quotas: noQuotas,
    keyring: async () => keyring,
  };
  return searchDossiers(deps as never, { ...request, repeat, caller, query: { q, limit: 20 } } as never);
}

/** Each question of docs/access-patterns.md that lists or looks for something, as one call. */
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  'Dossiers of a unit, newest first': () => list(reception, {}),
  'Dossiers of a unit, a hundred': () => list(reception, {}, 100),
  'Dossiers of the province': () => list(overseer, {}),
  'Dossiers of a unit in a state': () => list(reception, { handling: 'submitted' }),
  'Open dossiers of a unit': () => list(reception, { open: 'true' }),
  'Dossiers of a procedure': () => list(reception, { procedure: '1.001193' }),
  'Open dossiers of a procedure in the province': () =>
    list(overseer, { procedure: '1.001193', open: 'true' }),
  'Dossiers of a field': () => list(reception, { field: labels.field }),
  'Dossiers submitted in a period': () => list(reception, { submittedFrom: DAY, submittedTo: DAY }),
  'Dossiers by promised date': () => list(reception, { sort: 'dueAt' }),
  'Overdue dossiers': () => list(reception, { overdue: 'true' }),
  'A rare filter that no index has': () => list(reception, { money: 'paid' }),
  'A citizen’s own dossiers': () => list(citizen, {}),
  'My work list': () => tasks(reception, {}),
  'All open tasks of a unit': () => tasks(reception, { assignee: 'anybody' }),
  'Open tasks of a procedure': () => tasks(reception, { procedure: '1.001193' }),
  'Counts of open tasks': () => counts(),
  'Search: a whole code': () => search(reception, formatDossierCode(UNIT, DAY, 7)),
  'Search: day and number, in the province': () => search(overseer, '260302-0007'),
  'Search: an identity number': () => search(reception, OWNER),
  'Search: a name that many have': () => search(reception, 'nguyen van an'),
  'Search: a name, in the province': () => search(overseer, 'nguyen van an'),
  'Search: a day': () => search(reception, `${UNIT}-260302`),
  'Open dossiers of the same person and procedure': () =>
    openDuplicates(dynamoDossierLists(local.table))(keyring.personKey(OWNER), '1.001193', now),
};

/** What the page promises: question, key or index, items, read units, requests. */
const promised = new Map(
  readFileSync('docs/access-patterns.md', 'utf8')
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()))
    .filter(cells => cells.length === 7 && questions[cells[1] ?? ''])
    .map(([, question = '', , items, units, requests]) => [
      question,
      { items: Number(items), units: Number(units), requests: Number(requests) },
    ]),
);

describe('what a list or a search reads', () => {
  test('every question is on the page of access patterns', () => {
    expect([...promised.keys()].toSorted()).toEqual(Object.keys(questions).toSorted());
  });

  test.each(Object.keys(questions))('%s', async question => {
    reading();
    await questions[question]?.();
    const read = reading();
    expect(read.requests).toBeGreaterThan(0);
    expect(read).toEqual(promised.get(question));
  });
});
