import { describe, expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { type Answered, devCaller, type Sent } from '../../support/api-caller.ts';
import { exported } from './exports.ts';
import { PLAIN } from './test-procedures.ts';
import { accepted, decided, OWNER, STRANGER, signed, submitted, UNIT, type World } from './world.ts';

/** Kinds of callers, each in its relation to one dossier: submitted by the portal for the owner, waiting for reception in the unit. */
const callers = [
  'anonymous',
  'owner',
  'ownerLevel1',
  'stranger',
  'portal',
  'readingPortal',
  'otherPortal',
  'reception',
  'handler',
  'leader',
  'signer',
  'otherReception',
  'otherHandlerElsewhere',
  'overseer',
  'auditor',
  'administrator',
] as const satisfies readonly (keyof World)[];
type Kind = (typeof callers)[number];

/** may: the right was given, whatever else the answer says; otherwise the status of the refusal. */
type Class = 'may' | 401 | 403 | 404;

const citizens = ['owner', 'ownerLevel1', 'stranger'] as const;
const portals = ['portal', 'readingPortal', 'otherPortal'] as const;
const unit = ['reception', 'handler', 'leader', 'signer'] as const;
const elsewhere = ['otherReception', 'otherHandlerElsewhere'] as const;
const everywhere = ['overseer', 'auditor'] as const;

/** Who may, and from whom it is hidden; everybody else is refused: 401 without a token, 403 with one. */
function row(may: readonly Kind[], hidden: readonly Kind[] = []): Readonly<Record<Kind, Class>> {
  const entries = callers.map((kind): [Kind, Class] => {
    if (may.includes(kind)) return [kind, 'may'];
    if (hidden.includes(kind)) return [kind, 404];
    return [kind, kind === 'anonymous' ? 401 : 403];
  });
  return Object.fromEntries(entries) as Record<Kind, Class>;
}

const anybody = row(callers);
const readers = row(
  ['owner', 'ownerLevel1', 'portal', 'readingPortal', ...unit, ...everywhere],
  ['stranger', 'otherPortal', ...elsewhere],
);
const applicants = row(['owner', 'portal'], ['stranger', 'otherPortal']);
const taskReaders = row([...unit, ...everywhere], elsewhere);
const administrators = row(['administrator']);

/** What is expected, written from the law and the design and not from the policy: one row an operation. */
const expected: Readonly<Record<string, Readonly<Record<Kind, Class>>>> = {
  health: anybody,
  listProcedures: anybody,
  getProcedure: anybody,
  getWorkflow: anybody,
  getOrganisation: anybody,
  getWorkCalendar: anybody,
  explainDeadline: anybody,
  trackDossier: anybody,
  verifyResult: anybody,
  createUpload: row([...citizens, 'portal', 'otherPortal', ...unit, ...elsewhere]),
  submitDossier: row(['owner', 'stranger', 'portal', 'otherPortal', 'reception'], ['otherReception']),
  listDossiers: row([...citizens, ...portals, ...unit, ...everywhere], elsewhere),
  getDossier: readers,
  getHistory: readers,
  getDeadline: readers,
  listPayments: readers,
  listResults: readers,
  supplementDossier: applicants,
  withdrawDossier: applicants,
  listTasks: taskReaders,
  getTask: taskReaders,
  // In the task's role only; a leader assigns whatever the role is.
  decideTask: row(['reception'], elsewhere),
  assignTask: row(['reception', 'leader'], elsewhere),
  // Who may list may export; an export of another unit is as hidden as its list.
  createExport: row([...citizens, ...portals, ...unit, ...everywhere], elsewhere),
  // Reception's own export, which the auditor may see as well.
  getExport: row(
    ['reception', 'auditor'],
    [...citizens, ...portals, 'handler', 'leader', 'signer', ...elsewhere, 'overseer'],
  ),
  listExports: row([...citizens, ...portals, ...unit, ...elsewhere, ...everywhere]),
  importProcedures: administrators,
  publishWorkflow: administrators,
  setProcedureState: administrators,
  publishOrganisation: administrators,
  recordOfficers: administrators,
  publishWorkCalendar: administrators,
  getWorkCalendarDraft: administrators,
  saveWorkCalendarDraft: administrators,
  replan: administrators,
  listOfficers: row(['administrator', ...everywhere]),
};

interface Place {
  readonly code: string;
  readonly number: string;
  readonly exported: string;
}

/** A request that changes nothing: one with the right to it is answered or refused for another reason. */
function request(id: string, kind: Kind, { code, number, exported }: Place): Sent {
  const stale = { 'if-match': '"999"' };
  const task = { id: `${code}.t1` };
  switch (id) {
    case 'getProcedure':
    case 'getWorkflow':
      return { params: { code: PLAIN } };
    case 'publishWorkflow':
    case 'setProcedureState':
      return { params: { code: PLAIN }, body: {} };
    case 'verifyResult':
      return { params: { number } };
    case 'getTask':
      return { params: task };
    case 'decideTask':
      return { params: task, body: { decision: 'giveOpinion', opinion: 'Nhất trí' } };
    case 'assignTask':
      return { params: task, body: { assignee: null }, headers: stale };
    case 'supplementDossier':
      return { params: { code }, body: { components: [{ component: 'c2', paperCopies: 1 }] } };
    case 'withdrawDossier':
      return { params: { code }, body: {}, headers: stale };
    case 'listDossiers':
    case 'listTasks':
      return ([...citizens, ...portals] as Kind[]).includes(kind) ? {} : { query: { unit: UNIT } };
    case 'getExport':
      return { params: { id: exported } };
    case 'createExport':
      return {
        body: {
          list: 'dossiers',
          format: 'csv',
          reason: 'Kiểm thử quyền',
          filters: ([...citizens, ...portals] as Kind[]).includes(kind) ? {} : { unit: UNIT },
        },
      };
    case 'submitDossier':
      return { body: unknownProcedure(kind) };
    default:
      return allOperations.find(operation => operation.id === id)?.body
        ? { params: { code }, body: {} }
        : { params: { code } };
  }
}

function unknownProcedure(kind: Kind) {
  const online = ([...citizens, ...portals] as Kind[]).includes(kind);
  return {
    procedure: '1.999999',
    channel: online ? 'online' : 'counter',
    receivingUnit: UNIT,
    applicant: {
      kind: 'person',
      name: 'Nguyễn Văn An',
      identityNumber: kind === 'stranger' ? STRANGER : OWNER,
    },
    components: [],
  };
}

function classOf({ status }: Answered): Class {
  return status === 401 || status === 403 || status === 404 ? status : 'may';
}

/** Rights over every route and kind of caller. */
export function rights(open: () => World): void {
  describe('rights', () => {
    let made: Promise<Place> | undefined;
    const place = () => {
      made ??= (async () => ({
        code: await submitted(open().portal),
        number: (await signed(open())).resultNumber,
        exported: (await exported(open().reception, { list: 'dossiers' })).id,
      }))();
      return made;
    };

    test('every operation has a row', () => {
      expect(Object.keys(expected).toSorted()).toEqual(allOperations.map(({ id }) => id).toSorted());
    });

    test.each(allOperations.map(({ id, method, path }) => [`${method} ${path}`, id] as const))(
      '%s',
      async (_, id) => {
        const where = await place();
        const found: Partial<Record<Kind, Class>> = {};
        for (const kind of callers)
          found[kind] = classOf(await open()[kind].call(id, request(id, kind, where)));
        expect(found).toEqual(expected[id]);
      },
    );

    test('nothing of this changed the dossier', async () => {
      const { code } = await place();
      const { body } = await open().owner.call('getDossier', { params: { code } });
      expect(body).toMatchObject({ version: 1, handling: 'submitted' });
    });

    test('an agency reads the dossier it is asked about, as long as it is asked', async () => {
      const { agencyHandler, handler } = open();
      const { code, task } = await accepted(open());
      const read = async () => (await agencyHandler.call('getDossier', { params: { code } })).status;
      expect(await read()).toBe(404);
      await decided(handler, task, { decision: 'consult', question: 'Đề nghị cho ý kiến' });
      expect(await read()).toBe(200);
    });

    test('an officer of several roles has the rights of each, and a role nobody knows gives none', async () => {
      const { code } = await place();
      const { url, conformance } = open();
      const officer = (roles: string[]) =>
        devCaller({ url, conformance }, roles.join(), {
          kind: 'officer',
          id: 'nhieu.vai',
          unit: UNIT,
          roles,
        });
      const status = async (roles: string[]) =>
        (await (await officer(roles)).call('getDossier', { params: { code } })).status;
      expect(await status(['administrator', 'handler'])).toBe(200);
      expect(await status(['superuser'])).toBe(403);
      expect(await status([])).toBe(403);
    });
  });
}
