import { afterAll, beforeAll, expect, test } from 'vitest';
import { STORED_KINDS } from '../../../schemas/stored/register.ts';
import { kindsOf, unregistered } from '../../support/stored-items.ts';
import { absences } from './absences.ts';
import { accessRecords } from './access-records.ts';
import { anchors } from './anchors.ts';
import { anyOperation } from './any-operation.ts';
import { applicants } from './applicants.ts';
import { archive } from './archive.ts';
import { asTyped } from './as-typed.ts';
import { badInput } from './bad-input.ts';
import { certifiedCopies } from './certified-copies.ts';
import { deposits } from './deposits.ts';
import { dossierViews } from './dossier-view.ts';
import { exports } from './exports.ts';
import { finding } from './finding.ts';
import { forms } from './forms.ts';
import { landTax } from './land-tax.ts';
import { links } from './links.ts';
import { money } from './money.ts';
import { nationalStore } from './national-store.ts';
import { neverSeen } from './never-seen.ts';
import { pads } from './pads.ts';
import { papers } from './papers.ts';
import { paymentFigures } from './payment-figures.ts';
import { payments } from './payments.ts';
import { portalEvents } from './portal-events.ts';
import { freshPortal } from './portals.ts';
import { processes } from './processes.ts';
import { receipts } from './receipts.ts';
import { refusals } from './refusals.ts';
import { registry } from './registry.ts';
import { resultChanges } from './result-changes.ts';
import { returns } from './returns.ts';
import { rights } from './rights.ts';
import { settling } from './settling.ts';
import { successes } from './successes.ts';
import { supplementFees } from './supplement-fees.ts';
import { twoAdministrators } from './two-administrators.ts';
import { twoPeople } from './two-people.ts';
import { units } from './units.ts';
import { uploads } from './uploads.ts';
import { vault } from './vault.ts';
import { expectRefusal, FIRM, FOREIGNER, OWNER, openWorld, STRANGER, type World } from './world.ts';

// One host for all of it: booting it once keeps the suite short, and what was seen can be compared with the document at the end.
let world: World;
beforeAll(async () => {
  world = await openWorld(async anonymous => {
    expectRefusal(await anonymous.call('getOrganization'), 404, 'not-found');
    expectRefusal(await anonymous.call('getWorkCalendar'), 404, 'not-found');
  });
}, 180_000);
afterAll(() => world?.province.stop());
const open = () => world;

successes(open);
finding(open);
refusals(open);
badInput(open);
exports(open);
units(open);
// Before what leaves more dossiers of one owner than a search shows.
rights(open);
anyOperation(open);
anchors(open);
accessRecords(open);
absences(open);
archive(open);
processes(open);
returns(open);
resultChanges(open);
registry(open);
vault(open);
papers(open);
forms(open);
uploads(open);
certifiedCopies(open);
receipts(open);
links(open, () => world.clock);
// Moves the clock on, too.
nationalStore(open);
// Moves the clock on, too.
landTax(open);
// Moves the clock on, too.
payments(open);
supplementFees(open);
money(open);
deposits(open);
paymentFigures(open);
// Moves the clock on, too.
settling(open);
asTyped(open);
portalEvents(open);
dossierViews(open);
twoPeople(open);
twoAdministrators(open);
pads(open);
// Last, because it leaves more open tasks than a page holds.
applicants(open);

test('no log holds a name, an identity number, a token of a caller or of the machine', () => {
  const logs = [...world.province.logs()];
  expect(logs.map(([, text]) => text.length).reduce((sum, length) => sum + length, 0)).toBeGreaterThan(1000);
  for (const [name, text] of logs) {
    for (const secret of [
      OWNER,
      STRANGER,
      'Nguyễn Văn An',
      FIRM.representative.name,
      FOREIGNER.name,
      FOREIGNER.paper.number,
      'Nguy\\u1ec5n',
      'Bearer ',
      'eyJhbGci',
      'taskToken',
    ])
      expect(
        text.split('\n').filter(line => line.includes(secret)),
        `${name} holds ${secret}`,
      ).toEqual([]);
  }
});

test('the table holds every kind of item that the register names, in the shape it names, and no other', async () => {
  // The clock was moved by more than the hour for which a poll leaves its slot.
  await (await freshPortal(world)).call('listChanges', { query: { wait: '1' } });
  const items = await world.province.stored();
  expect(unregistered(items)).toEqual([]);
  const missing = STORED_KINDS.map(({ pk, sk }) => `${pk} ${sk}`).filter(kind => !kindsOf(items).has(kind));
  // Replays are gone once they are worked off, and nothing is found where nothing is wrong (test/contract/cursors, test/unit/spine).
  expect(missing.filter(kind => !['REPLAYS sub_', 'FINDINGS# '].includes(kind))).toEqual([]);
});

test('every documented answer was seen, but for those that cannot be provoked from outside', () => {
  const unexplained = world.conformance
    .unseen()
    .filter(line => !neverSeen.some(({ lines }) => lines.test(line)));
  expect(unexplained).toEqual([]);
});
