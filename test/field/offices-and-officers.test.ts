import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignTask } from '../../functions/features/tasks/assign-task.ts';
import { countTasks } from '../../functions/features/tasks/count-tasks.ts';
import type { TaskDeps } from '../../functions/features/tasks/deps.ts';
import { getTask } from '../../functions/features/tasks/get-task.ts';
import { listTasks } from '../../functions/features/tasks/list-tasks.ts';
import { dynamoDossierStore } from '../../functions/records/dossiers/dynamo-dossier-store.ts';
import { dynamoDossierCounts } from '../../functions/records/lists/dossier-counts.ts';
import { dynamoDossierLists } from '../../functions/records/lists/dossier-lists.ts';
import { dynamoWorkList } from '../../functions/records/lists/work-list.ts';
import { dynamoAbsenceStore } from '../../functions/records/organization/absence-store.ts';
import { dynamoOrganizationStore } from '../../functions/records/organization/organization-store.ts';
import { unitStanding } from '../../functions/records/organization/unit-standing.ts';
import { rulesLoader } from '../../functions/records/rules/rules-loader.ts';
import { openBacklog } from '../../functions/records/succession/backlog.ts';
import { moveEndedUnits } from '../../functions/records/succession/move-units.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../schemas/identity/roles.ts';
import { create, labels } from '../contract/stores.ts';
import { accept } from '../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { catalogue, keyring, workCalendars } from '../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../support/lifecycle/paper-dossier.ts';
import { commune } from '../unit/organization/units.ts';

const [CLOSED, SUCCESSOR, LASTING, OTHER] = ['H44.148', 'H44.149', 'H44.147', 'H44.146'] as const;
const now = Date.parse('2026-11-26T09:00:00+07:00');

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

/** What officers' use cases need, over the table. */
function province() {
  const { table } = local;
  const dossiers = dynamoDossierStore(table);
  const organization = dynamoOrganizationStore(table);
  const rules = rulesLoader({ catalogue, workCalendars, organization });
  const workList = dynamoWorkList(table);
  const lists = dynamoDossierLists(table);
  const absences = dynamoAbsenceStore(table);
  const tasks = { dossiers, organization, absences, rules, workList, lists, keyring: async () => keyring };
  return { dossiers, organization, rules, workList, lists, tasks: tasks as unknown as TaskDeps };
}

/** An officer as their token names them, completed as every request completes them. */
function officer(unit: string, role: OfficerRole, id = `${role}.${unit}`): Promise<Principal> {
  return unitStanding(province().organization)({ kind: 'officer', id, unit, roles: [role] }, now);
}

const request = { repeat: { key: undefined, requestHash: '' }, language: 'vi', now, ifMatch: undefined };
const call = (caller: Principal, more: object) =>
  ({ ...request, access: { requestId: 'r', reason: null }, caller, ...more }) as never;

async function listed(caller: Principal, query: object = {}) {
  const reply = await listTasks(province().tasks, call(caller, { query: { limit: 100, ...query } }));
  return reply.body.items.map(({ id, assignee, holderLeft }) => ({ id, assignee, holderLeft }));
}

let day = 1;
/** A dossier at a unit whose first step is open, held by an account or by nobody; the id of its task. */
async function atFirstStep(unit: string, holder: string | null = null): Promise<string> {
  const { dossiers } = province();
  const date = `2026-11-${String(day++).padStart(2, '0')}`;
  const made = await create({ dossiers }, { agency: unit, date });
  if ('refused' in made) throw new Error(made.refused);
  const { code, receivingUnit } = made.outcome.head;
  const paper = new PaperDossier('1.001193', { code, receivingUnit, at: `${date}T08:00:00+07:00` });
  const commit = async (change: () => unknown) => {
    const before = paper.head;
    change();
    const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
    expect(await dossiers.commit({ before, outcome, labels })).toBeUndefined();
  };
  await commit(() => paper.decide(accept));
  const task = paper.head.tasks[0]?.id ?? '';
  const assigned = { type: 'assigned', task, assignee: holder } as const;
  if (holder !== null) await commit(() => paper.enter([{ data: assigned, opens: [], closes: [] }]));
  return task;
}

const status = (promise: Promise<unknown>) =>
  promise.then(
    () => 'may',
    (error: { code: string }) => error.code,
  );

describe('opencrvs/opencrvs-core#6697, #13144, #4538: the open records of an office that closed', () => {
  test('are in the hands of its successor, at once and before anything is moved', async () => {
    const { organization, dossiers, rules, workList, lists, tasks } = province();
    const units = [CLOSED, SUCCESSOR, LASTING, OTHER].map(code => commune(code));
    await organization.add({ version: 1, recordedAt: '2026-01-01T08:00:00+07:00', units });
    const task = await atFirstStep(CLOSED, `handler.${CLOSED}`);
    const ended = units.map(unit =>
      unit.code === CLOSED ? { ...unit, validTo: '2026-11-25', successors: [SUCCESSOR] } : unit,
    );
    await organization.add({ version: 2, recordedAt: '2026-11-20T08:00:00+07:00', units: ended });

    const read = async (unit: string) =>
      status(getTask(tasks, call(await officer(unit, 'handler'), { params: { id: task } })));
    expect(await read(SUCCESSOR)).toBe('may');
    expect(await read(CLOSED)).toBe('not-found');
    expect(await read(OTHER)).toBe('not-found');
    expect((await listed(await officer(SUCCESSOR, 'handler'), { unit: CLOSED })).map(({ id }) => id)).toEqual(
      [task],
    );

    const backlog = openBacklog({ workList, lists });
    const moving = { dossiers, rules, organization, backlog, clock: () => now };
    const made = await moveEndedUnits(moving, now + 60_000);
    expect(made).toEqual({ moved: 1, conflicts: 0, complete: true, stranded: [] });
    expect(await moveEndedUnits(moving, now + 60_000)).toMatchObject({ moved: 0 });

    expect(await listed(await officer(SUCCESSOR, 'handler'))).toEqual([
      { id: task, assignee: null, holderLeft: false },
    ]);
    expect(await listed(await officer(SUCCESSOR, 'handler'), { unit: CLOSED })).toEqual([]);
    expect(await status(listed(await officer(CLOSED, 'handler')))).toBe('parameter-invalid');
    const counted = async (unit: string) =>
      (await countTasks(tasks, call(await officer(SUCCESSOR, 'handler'), { query: { unit } }))).body.total;
    expect([await counted(SUCCESSOR), await counted(CLOSED)]).toEqual([1, 0]);
    const count = dynamoDossierCounts(local.table);
    expect([await count(SUCCESSOR), await count(CLOSED)]).toEqual([
      { open: 1, closed: 0 },
      { open: 0, closed: 0 },
    ]);
  });

  test('are handed over once, by however many at a time', async () => {
    const { organization, dossiers, rules, workList, lists } = province();
    const current = await organization.current();
    const tasks = [await atFirstStep(LASTING), await atFirstStep(LASTING), await atFirstStep(LASTING)];
    const units = (current?.units ?? []).map(unit =>
      unit.code === LASTING ? { ...unit, validTo: '2026-11-25', successors: [SUCCESSOR] } : unit,
    );
    const version = (current?.version ?? 0) + 1;
    await organization.add({ version, recordedAt: '2026-11-26T08:00:00+07:00', units });
    const backlog = openBacklog({ workList, lists });
    const moving = { dossiers, rules, organization, backlog, clock: () => now };
    const made = await Promise.all([1, 2, 3].map(() => moveEndedUnits(moving, now + 60_000)));
    const left = await moveEndedUnits(moving, now + 60_000);
    expect([...made, left].reduce((sum, { moved }) => sum + moved, 0)).toBe(tasks.length);
    for (const task of tasks) {
      const code = task.replace(/\.t\d+$/, '');
      const events = await dossiers.events(code, 0, 100);
      expect(events.filter(({ data }) => data.type === 'transferred')).toHaveLength(1);
    }
    // The end was a mistake: the other tests need the unit.
    await organization.add({
      version: version + 1,
      recordedAt: '2026-11-26T09:00:00+07:00',
      units: current?.units ?? [],
    });
  });

  test('a run that is stopped in the middle is gone on with by the next', async () => {
    const { organization, dossiers, rules, workList, lists } = province();
    const current = await organization.current();
    await atFirstStep(OTHER);
    await atFirstStep(OTHER);
    const units = (current?.units ?? []).map(unit =>
      unit.code === OTHER ? { ...unit, validTo: '2026-11-25', successors: [SUCCESSOR] } : unit,
    );
    await organization.add({
      version: (current?.version ?? 0) + 1,
      recordedAt: '2026-11-26T08:00:00+07:00',
      units,
    });
    const backlog = openBacklog({ workList, lists });
    const moving = { dossiers, rules, organization, backlog, clock: () => now };
    expect(await moveEndedUnits(moving, now)).toMatchObject({ moved: 0, complete: false });
    expect(await moveEndedUnits(moving, now + 1)).toMatchObject({ moved: 2, complete: true });
  });
});

describe('department-of-veterans-affairs/caseflow#11811, #12983, #12284: tasks of officers who left', () => {
  const account = (id: string, more: object = {}) => ({
    id,
    unit: LASTING as string,
    roles: ['handler' as const],
    name: 'Cán bộ',
    active: true,
    ...more,
  });

  test.each([
    ['whose account was closed', { active: false }],
    ['who works in another unit now', { unit: SUCCESSOR as string }],
  ])('of one %s are in the lists of their unit, and are taken by who has their role', async (_, left) => {
    const { organization, tasks } = province();
    const gone = `gone-${day}`;
    await organization.recordOfficers([account(gone), account('stays')]);
    const [theirs, others] = [await atFirstStep(LASTING, gone), await atFirstStep(LASTING, 'stays')];
    const mate = await officer(LASTING, 'handler', 'mate');
    const leader = await officer(LASTING, 'leader', 'lead');
    const take = (caller: Principal, id: string) =>
      status(assignTask(tasks, call(caller, { params: { id }, body: { assignee: 'mate' } })));

    expect((await listed(mate)).map(({ id }) => id)).not.toContain(theirs);
    expect(await take(mate, theirs)).toBe('task-assigned');
    await organization.recordOfficers([account(gone, left)]);

    const shown = { id: theirs, assignee: gone, holderLeft: true };
    for (const caller of [mate, leader]) {
      expect(await listed(caller)).toContainEqual(shown);
      expect((await listed(caller)).map(({ id }) => id)).not.toContain(others);
      expect(await listed(caller, { assignee: 'anybody' })).toEqual(
        expect.arrayContaining([shown, { id: others, assignee: 'stays', holderLeft: false }]),
      );
      expect(await listed(caller, { procedure: '1.001193' })).toContainEqual(shown);
    }
    expect(await listed(await officer(LASTING, 'reception'))).toEqual([]);
    expect(await listed(mate, { assignee: 'nobody' })).toEqual([]);
    const one = await getTask(tasks, call(mate, { params: { id: theirs } }));
    expect(one.body).toMatchObject({ assignee: gone, holderLeft: true });

    expect(await take(mate, others)).toBe('task-assigned');
    expect(await take(mate, theirs)).toBe('may');
    expect(await listed(mate)).toContainEqual({ id: theirs, assignee: 'mate', holderLeft: false });
  });

  test('nothing is given to one who left', async () => {
    const { organization, tasks } = province();
    await organization.recordOfficers([account('left', { active: false })]);
    const id = await atFirstStep(LASTING);
    const leader = await officer(LASTING, 'leader', 'lead');
    const given = assignTask(tasks, call(leader, { params: { id }, body: { assignee: 'left' } }));
    expect(await status(given)).toBe('request-invalid');
  });
});
