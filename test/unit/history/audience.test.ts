import { describe, expect, test } from 'vitest';
import { audiences } from '../../../functions/domain/ledger/audience.ts';
import { verifyChain } from '../../../functions/domain/ledger/chain.ts';
import { entryFor, type LedgerReader } from '../../../functions/domain/ledger/entry-for.ts';
import { readerOf } from '../../../functions/domain/rights/reader.ts';
import { historyEntry } from '../../../schemas/api/history.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import { type EventData, eventData, type LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { officer as handler, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const to = (reader: LedgerReader['reader'], unit: string | null = null, over = false): LedgerReader => ({
  reader,
  unit,
  over,
});

const membersOf = (kind: (typeof eventData.options)[number]) =>
  Object.keys(kind.shape).filter(member => member !== 'type');

/** An entry of a kind in which every member is its own name: enough to see what is shown. */
function entryOf(kind: (typeof eventData.options)[number], actor: Actor = handler): LedgerEvent {
  const type = kind.shape.type.value;
  const data = { type, ...Object.fromEntries(membersOf(kind).map(member => [member, `the ${member}`])) };
  return {
    dossier: 'H44.101-260302-0001',
    seq: 3,
    at: '2026-03-02T09:00:00+07:00',
    actor,
    opens: [],
    closes: [{ task: 'H44.101-260302-0001.t1', decision: 'refuse' }],
    data: data as unknown as EventData,
    previous: 'a'.repeat(64),
    hash: 'b'.repeat(64),
  };
}

describe.each(eventData.options.map(kind => ({ name: kind.shape.type.value, kind })))(
  '$name',
  ({ name, kind }) => {
    const table: Readonly<Record<string, string>> = audiences[name];

    test('says of each of its members who is shown it', () => {
      expect(Object.keys(table).sort()).toEqual(membersOf(kind).sort());
    });

    test('hides from the applicant what is for officers, and says so', () => {
      const whole = entryOf(kind);
      const shown = entryFor(whole, to('outside'));
      const internal = membersOf(kind).filter(member => table[member] !== 'everybody');
      for (const member of membersOf(kind))
        expect(Object.hasOwn(shown.data, member), member).toBe(!internal.includes(member));
      expect(shown.withheld ?? []).toEqual(expect.arrayContaining(internal.map(member => `/data/${member}`)));
      expect(entryFor(whole, to('handler', 'H44.101'))).toEqual(whole);
      expect(shown.hash).toBe(whole.hash);
    });
  },
);

test('a proposal is not told by how its task was closed either', () => {
  const kind = eventData.options.find(({ shape }) => shape.type.value === 'proposed');
  if (!kind) throw new Error('no proposals?');
  const shown = entryFor(entryOf(kind), to('outside'));
  expect(JSON.stringify(shown)).not.toContain('refuse');
  expect(shown.withheld).toContain('/closes/0/decision');
});

test('who wrote an entry is shown all of it: the applicant their note, an agency its opinion', () => {
  const kindOf = (type: string) => {
    const kind = eventData.options.find(({ shape }) => shape.type.value === type);
    if (!kind) throw new Error(type);
    return kind;
  };
  const citizen: Actor = { kind: 'citizen', key: 'k' };
  expect(entryFor(entryOf(kindOf('supplemented'), citizen), to('outside')).withheld).toBeUndefined();
  expect(entryFor(entryOf(kindOf('supplemented')), to('outside')).withheld).toEqual([
    '/actor/id',
    '/data/note',
  ]);
  const agency: Actor = { kind: 'officer', id: 'a', unit: 'H44.11', role: 'handler' };
  const opinion = entryOf(kindOf('opinionGiven'), agency);
  expect(entryFor(opinion, to('consulted', 'H44.11')).withheld).toBeUndefined();
  expect(entryFor(opinion, to('consulted', 'H44.12')).withheld).toEqual(['/data/opinion', '/data/agrees']);
  expect(entryFor(entryOf(kindOf('consulted')), to('consulted', 'H44.12')).withheld).toBeUndefined();
});

test('a whole ledger stays a chain for the applicant, and can be verified by officers', () => {
  const dossier = new PaperDossier('1.001193');
  dossier.at('2026-03-02T08:30:00+07:00').decide({ decision: 'accept', note: 'Chú ý chữ ký' });
  const shown = dossier.ledger.map(event => entryFor(event, to('outside')));
  expect(JSON.stringify(shown)).not.toContain('Chú ý');
  for (const entry of shown) expect(historyEntry.parse(entry)).toEqual(entry);
  for (const [index, entry] of shown.slice(1).entries()) expect(entry.previous).toBe(shown[index]?.hash);
  const whole = dossier.ledger.map(event => entryFor(event, to('handler'))) as LedgerEvent[];
  expect(verifyChain(whole)).toBeUndefined();
});

test('an entry without a note is whole for everybody', () => {
  const dossier = new PaperDossier('1.001193');
  dossier.at('2026-03-02T08:30:00+07:00').decide({ decision: 'accept' });
  const shown = dossier.ledger.map(event => entryFor(event, to('outside', null, true)));
  expect(verifyChain(shown as LedgerEvent[])).toBeUndefined();
});

test('an applicant learns the accounts of officers when the dossier is decided, and their units at once', () => {
  const dossier = new PaperDossier('1.001193');
  const [task] = dossier.head.tasks;
  dossier.at('2026-03-02T08:30:00+07:00').enter([
    {
      data: {
        type: 'assigned',
        task: task?.id ?? '',
        assignee: handler.kind === 'officer' ? handler.id : '',
      },
      opens: [],
      closes: [],
    },
  ]);
  dossier.decide({ decision: 'accept' });
  const told = (over: boolean) => dossier.ledger.map(event => entryFor(event, to('outside', null, over)));
  const before = told(false);
  expect(JSON.stringify(before)).not.toContain('thuly1');
  for (const entry of before) expect(historyEntry.parse(entry)).toEqual(entry);
  expect(before.find(({ data }) => data.type === 'assigned')?.withheld).toContain('/data/assignee');
  expect(before.at(-1)?.actor).toEqual({ kind: 'officer', unit: 'H44.101', role: 'handler' });
  expect(told(true)).toEqual(dossier.ledger);
});

describe('who reads', () => {
  const officer = (unit: string | null, ...roles: OfficerRole[]): Principal => ({
    kind: 'officer',
    id: 'x',
    unit,
    roles,
  });
  const { head } = new PaperDossier('1.001193');
  const [task] = head.tasks;
  if (!task) throw new Error('no task');
  const tasks = [
    { ...task, unit: 'H44.07' },
    { ...task, phase: 'consultation' as const, unit: 'H44.11' },
  ];
  const asked = { ...head, tasks };
  test.each([
    ['an officer of the unit that decides', officer('H44.101', 'handler'), 'handler'],
    ['an officer of a unit that has a step', officer('H44.07', 'handler'), 'handler'],
    [
      'an officer whose unit took over the work of one that handles it',
      { ...officer('H44.120', 'handler'), inherits: ['H44.07'] },
      'handler',
    ],
    ['an officer of an agency that is asked', officer('H44.11', 'handler'), 'consulted'],
    ['an auditor, wherever', officer('H44.11', 'auditor'), 'handler'],
    ['an overseer without a unit', officer(null, 'overseer'), 'handler'],
    ['a citizen', { kind: 'citizen', identityNumber: '025090000001', level: 2 }, 'outside'],
    ['a portal', { kind: 'portal', id: 'p', scopes: ['dossiers:read'] }, 'outside'],
  ] as const)('%s', (_, caller, reader) => {
    expect(readerOf(asked, caller as Principal)).toBe(reader);
  });
});
