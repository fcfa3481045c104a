import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmedBy } from '../../../functions/domain/proposed-changes/confirm.ts';
import { proposedBy } from '../../../functions/domain/proposed-changes/propose.ts';
import { standsOnTrail } from '../../../functions/domain/proposed-changes/trail.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { carryOn } from '../../../functions/features/proposed-changes/carry-on.ts';
import { carryOnAll } from '../../../functions/features/proposed-changes/carry-on-all.ts';
import type { CarryOnDeps } from '../../../functions/features/proposed-changes/deps.ts';
import { StoredItemError } from '../../../functions/kernel/table/parse-stored.ts';
import { dynamoCatalogueStore } from '../../../functions/records/catalogue/catalogue-store.ts';
import { dynamoDossierStore } from '../../../functions/records/dossiers/dynamo-dossier-store.ts';
import { dynamoWorkList } from '../../../functions/records/lists/work-list.ts';
import { dynamoOrganizationStore } from '../../../functions/records/organization/organization-store.ts';
import { dynamoProposedChangeStore } from '../../../functions/records/proposed-changes/proposed-change-store.ts';
import { rulesLoader } from '../../../functions/records/rules/rules-loader.ts';
import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { create, labels } from '../../contract/stores.ts';
import { accept } from '../../support/lifecycle/decisions.ts';
import { type LocalTable, openLocalTable } from '../../support/lifecycle/local-table.ts';
import { catalogue, workCalendars } from '../../support/lifecycle/memory-province.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import { commune } from '../organization/units.ts';

const UNIT = 'H44.148';
const now = parseInstant('2026-11-26T09:00:00+07:00');
const DAYS = ['02', '03', '04', '05', '06'];

let local: LocalTable;
const codes: string[] = [];
beforeAll(async () => {
  local = await openLocalTable();
  const { dossiers, organization } = deps();
  await dynamoOrganizationStore(local.table).add({
    version: 1,
    recordedAt: '2026-01-01T08:00:00+07:00',
    units: [commune(UNIT), commune('H44.149')],
  });
  expect((await organization.current())?.version).toBe(1);
  for (const day of DAYS) {
    const date = `2026-11-${day}`;
    const made = await create({ dossiers }, { agency: UNIT, date });
    if ('refused' in made) throw new Error(made.refused);
    const { code, receivingUnit } = made.outcome.head;
    const paper = new PaperDossier('1.001193', { code, receivingUnit, at: `${date}T08:00:00+07:00` });
    const before = paper.head;
    paper.decide(accept);
    const outcome = { events: paper.ledger.slice(before.version), head: paper.head };
    expect(await dossiers.commit({ before, outcome, labels })).toBeUndefined();
    codes.push(code);
  }
});
afterAll(() => local?.close());

function deps(): CarryOnDeps {
  const { table } = local;
  const organization = dynamoOrganizationStore(table);
  return {
    dossiers: dynamoDossierStore(table),
    organization,
    catalogue: dynamoCatalogueStore(table),
    rules: rulesLoader({ catalogue, workCalendars, organization }),
    workCalendars,
    workList: dynamoWorkList(table),
    backlog: async () => ({ codes: [], next: undefined }),
    proposedChanges: dynamoProposedChangeStore(table),
    nudge: async () => {},
    clock: () => now,
    logger: { error: () => {} },
  } as CarryOnDeps;
}

/** A change that credits an outage to the unit and is confirmed, and nothing of it done. */
async function confirmed(id: string, hours: [string, string]) {
  const content: ContentOf<'replanning'> = {
    kind: 'replanning',
    unit: UNIT,
    cause: {
      kind: 'outage',
      from: `2026-11-09T${hours[0]}:00+07:00`,
      to: `2026-11-09T${hours[1]}:00+07:00`,
      reason: 'Mất điện',
    },
  };
  const preview = { dossiers: DAYS.length, among: DAYS.length, exact: true, differences: [] };
  const plan = { preview, basis: '0'.repeat(64) };
  const proposal = proposedBy(
    { id: 'quantri.h44' },
    { id: `pc_${id.padStart(26, '0')}`, content, plan, now },
  );
  const { proposedChanges } = deps();
  expect(await proposedChanges.write(proposedChanges.adding({ change: proposal, content }))).toBe(true);
  const change = confirmedBy(proposal, { id: 'quantri2.h44' }, now);
  expect(await proposedChanges.write([proposedChanges.changing(proposal, change)])).toBe(true);
  return { change, content };
}

/** How often each dossier was moved by a change. */
async function moves(change: string): Promise<number[]> {
  const { dossiers } = deps();
  return Promise.all(
    codes.map(async code => {
      const events = await dossiers.events(code, 0, 100);
      return events.filter(({ data }) => data.type === 'replanned' && data.proposedChange === change).length;
    }),
  );
}

const once = DAYS.map(() => 1);

test('a change that ran out of time before its first dossier is carried on by the next run, to its end', async () => {
  const { change, content } = await confirmed('1', ['08:00', '10:00']);
  const stopped = await carryOn(deps(), { change, content }, now);
  expect(stopped.change).toEqual(change);
  expect(await carryOnAll(deps(), now + 1)).toEqual({ done: 1, left: 0 });
  expect(await moves(change.id)).toEqual(once);
  const found = await deps().proposedChanges.find(change.id);
  expect(found?.change).toMatchObject({
    status: 'done',
    progress: { changed: DAYS.length, unchanged: 0, conflicts: 0 },
  });
  expect(found && standsOnTrail(found.change, found.content)).toBe(true);
  expect(await carryOnAll(deps(), now + 1)).toEqual({ done: 0, left: 0 });
  expect(await moves(change.id)).toEqual(once);
});

test('however many runs carry it on at once, each dossier is changed once', async () => {
  const { change, content } = await confirmed('2', ['14:00', '16:00']);
  const runs = [1, 2, 3].map(() => carryOn(deps(), { change, content }, now + 1));
  await Promise.all(runs);
  expect(await moves(change.id)).toEqual(once);
  expect((await deps().proposedChanges.find(change.id))?.change.status).toBe('done');
});

test('what a run that died had done is not done again', async () => {
  const { change, content } = await confirmed('3', ['16:00', '17:00']);
  // It died after its first four dossiers and before it could say so.
  const forgetful = { ...deps().proposedChanges, write: () => Promise.reject(new Error('killed')) };
  await expect(
    carryOn({ ...deps(), proposedChanges: forgetful }, { change, content }, now + 1),
  ).rejects.toThrow('killed');
  expect(await moves(change.id)).toEqual([1, 1, 1, 1, 0]);
  const { change: done } = await carryOn(deps(), { change, content }, now + 1);
  expect(done).toMatchObject({ status: 'done', progress: { changed: 1, unchanged: 4 } });
  expect(await moves(change.id)).toEqual(once);
});

/** Dependencies of a run in which one dossier cannot be read. */
function failingOn(broken: string | undefined): CarryOnDeps {
  const whole = deps();
  const dossiers = new Proxy(whole.dossiers, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name);
      if (typeof own !== 'function') return own;
      return (first: unknown, ...rest: unknown[]) =>
        first === broken
          ? Promise.reject(new StoredItemError('malformed'))
          : (own as (...all: unknown[]) => unknown).call(target, first, ...rest);
    },
  });
  return { ...whole, dossiers };
}

test('a dossier that fails holds up neither the others nor older changes; the run ends with an error', async () => {
  const older = await confirmed('4', ['10:00', '10:30']);
  const { change } = await confirmed('5', ['10:30', '11:00']);
  await expect(carryOnAll(failingOn(codes[2]), now + 1)).rejects.toThrow(change.id);
  expect(await moves(change.id)).toEqual([1, 1, 0, 1, 1]);
  expect(await moves(older.change.id)).toEqual([1, 1, 0, 1, 1]);
  const found = await deps().proposedChanges.find(change.id);
  expect(found?.change).toMatchObject({ status: 'confirmed', progress: { changed: 4, failed: 1 } });
  // Once it has been mended, the next run has it.
  expect(await carryOnAll(deps(), now + 1)).toEqual({ done: 2, left: 0 });
  expect(await moves(change.id)).toEqual(once);
  expect((await deps().proposedChanges.find(change.id))?.change).toMatchObject({
    status: 'done',
    progress: { changed: 5, unchanged: 0, conflicts: 0, failed: 0 },
  });
});

test('a dossier that fails for good is told in the end, in runs enough for the alarm to ring', async () => {
  const { change } = await confirmed('6', ['13:30', '14:00']);
  for (let run = 1; run <= 12; run++)
    await expect(carryOnAll(failingOn(codes[2]), now + 1)).rejects.toThrow(change.id);
  expect((await deps().proposedChanges.find(change.id))?.change).toMatchObject({
    status: 'done',
    progress: { changed: 4, failed: 1 },
  });
  expect(await carryOnAll(failingOn(codes[2]), now + 1)).toEqual({ done: 0, left: 0 });
});

test('a run stops between a few dossiers when its time is up, and the next one goes on from there', async () => {
  const { change, content } = await confirmed('7', ['11:00', '11:05']);
  let written = false;
  const whole = deps();
  const proposedChanges: CarryOnDeps['proposedChanges'] = {
    ...whole.proposedChanges,
    async write(writes) {
      written = true;
      return whole.proposedChanges.write(writes);
    },
  };
  const run = { ...whole, proposedChanges, clock: () => (written ? now + 1 : now) };
  const stopped = await carryOn(run, { change, content }, now + 1);
  expect(stopped.change).toMatchObject({ status: 'confirmed', progress: { changed: 4 } });
  expect(stopped.change.place).not.toBeNull();
  expect((await carryOn(deps(), stopped, now + 1)).change).toMatchObject({
    status: 'done',
    progress: { changed: 5, unchanged: 0 },
  });
});

test('what came into the lists behind the place is found in another round', async () => {
  const { change, content } = await confirmed('8', ['11:05', '11:10']);
  const whole = deps();
  let reads = 0;
  const workList: CarryOnDeps['workList'] = {
    async page(question, place) {
      const page = await whole.workList.page(question, place);
      if (reads++ > 0) return page;
      return { ...page, items: page.items.filter(({ dossier }) => dossier !== codes[0]) };
    },
  };
  const { change: done } = await carryOn({ ...whole, workList }, { change, content }, now + 1);
  expect(done).toMatchObject({ status: 'done', progress: { changed: 5 } });
  expect(await moves(change.id)).toEqual(once);
});

test('what is not what was confirmed is not carried out, and the others are', async () => {
  const { change, content } = await confirmed('9', ['11:10', '11:15']);
  const other = await confirmed('10', ['11:15', '11:30']);
  const whole = deps();
  const proposedChanges: CarryOnDeps['proposedChanges'] = {
    ...whole.proposedChanges,
    async find(id) {
      const found = await whole.proposedChanges.find(id);
      if (id !== change.id) return found;
      return found && { ...found, content: { ...content, unit: null } };
    },
  };
  const logged: unknown[] = [];
  const logger = { error: (...all: unknown[]) => void logged.push(...all) };
  await expect(carryOnAll({ ...whole, proposedChanges, logger }, now + 1)).rejects.toThrow(change.id);
  expect(logged).toContain('CHANGE_FAILED');
  expect(await moves(change.id)).toEqual(DAYS.map(() => 0));
  expect(await moves(other.change.id)).toEqual(once);
});
