import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmedBy } from '../../../functions/domain/proposed-changes/confirm.ts';
import { proposedBy } from '../../../functions/domain/proposed-changes/propose.ts';
import { standsOnTrail } from '../../../functions/domain/proposed-changes/trail.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { carryOn } from '../../../functions/features/proposed-changes/carry-on.ts';
import { carryOnAll } from '../../../functions/features/proposed-changes/carry-on-all.ts';
import type { CarryOnDeps } from '../../../functions/features/proposed-changes/deps.ts';
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
    rules: rulesLoader({ catalogue, workCalendars, organization }),
    workCalendars,
    workList: dynamoWorkList(table),
    backlog: async () => ({ codes: [], next: undefined }),
    proposedChanges: dynamoProposedChangeStore(table),
    nudge: async () => {},
    clock: () => now,
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
  // It died after its dossiers and before it could say so.
  const forgetful = { ...deps().proposedChanges, write: () => Promise.reject(new Error('killed')) };
  await expect(
    carryOn({ ...deps(), proposedChanges: forgetful }, { change, content }, now + 1),
  ).rejects.toThrow('killed');
  expect(await moves(change.id)).toEqual(once);
  const { change: done } = await carryOn(deps(), { change, content }, now + 1);
  expect(done).toMatchObject({ status: 'done', progress: { changed: 0, unchanged: DAYS.length } });
  expect(await moves(change.id)).toEqual(once);
});
