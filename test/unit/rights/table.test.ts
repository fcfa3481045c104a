import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { judge, type Verdict } from '../../../functions/domain/rights/judge.ts';
import type { Relation } from '../../../functions/domain/rights/policy.ts';
import { type CallerKind, callerKinds } from '../../../law/rights/callers.ts';
import { queryParameters, wideningMembers } from '../../../law/rights/parameters.ts';
import { type RightsCell, row } from '../../../law/rights/row.ts';
import { rightsTable } from '../../../law/rights/table.ts';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';

const citizen = (level: 1 | 2): Principal => ({ kind: 'citizen', identityNumber: '0', level });
const portal = (...scopes: ('dossiers:read' | 'dossiers:write')[]): Principal => ({
  kind: 'portal',
  id: 'p',
  scopes,
});
const officer = (role: OfficerRole): Principal => ({ kind: 'officer', id: 'o', unit: 'H44', roles: [role] });

/** The columns as the policy knows them: who it is, and how they stand to the dossier. */
const columns: Readonly<Record<CallerKind, readonly [Principal, ...Relation[]]>> = {
  anonymous: [{ kind: 'anonymous' }],
  owner: [citizen(2), 'owner'],
  ownerLevel1: [citizen(1), 'owner'],
  foreigner: [
    { kind: 'foreigner', paper: { kind: 'passport', number: 'P1234567', country: 'LAO' } },
    'owner',
  ],
  firm: [{ kind: 'organisation', number: '2600108626' }, 'owner'],
  representative: [citizen(2), 'owner'],
  stranger: [citizen(2)],
  portal: [portal('dossiers:read', 'dossiers:write'), 'owner'],
  readingPortal: [portal('dossiers:read'), 'owner'],
  otherPortal: [portal('dossiers:read', 'dossiers:write')],
  reception: [officer('reception'), 'unit'],
  handler: [officer('handler'), 'unit'],
  leader: [officer('leader'), 'unit'],
  signer: [officer('signer'), 'unit'],
  registryClerk: [officer('registryClerk'), 'unit'],
  postal: [officer('postal'), 'unit'],
  otherReception: [officer('reception')],
  otherHandlerElsewhere: [officer('handler')],
  overseer: [officer('overseer')],
  auditor: [officer('auditor')],
  administrator: [officer('administrator')],
};

/** What of the table each verdict of the policy agrees with. */
const agreeing: Readonly<Record<Verdict, readonly RightsCell[]>> = {
  allow: ['may', 'own'],
  hide: ['hidden', 'own'],
  levelTooLow: ['refused'],
  forbid: ['refused'],
  unauthenticated: ['refused'],
};

/** Where a use case refuses more than the policy, which knows neither the role a task is for nor who gives tasks. */
const narrower: Readonly<Record<string, readonly CallerKind[]>> = {
  decideTask: ['handler', 'leader', 'signer', 'registryClerk'],
  assignTask: ['handler', 'signer', 'registryClerk'],
  // Their own absence only.
  recordAbsence: ['reception', 'handler', 'signer', 'registryClerk', 'postal'],
  endAbsence: ['reception', 'handler', 'signer', 'registryClerk', 'postal'],
};

/** Where a line asks about something else than the dossier: who stands to that in which relation. */
const standing: Readonly<Record<string, (kind: CallerKind) => readonly Relation[]>> = {
  // A list of one's own is there for everybody who has lists.
  createExport: kind =>
    kind === 'stranger' || kind === 'otherPortal' ? ['owner'] : (columns[kind].slice(1) as Relation[]),
  // Without a unit named: of their own.
  listOfficers: kind => (kind.startsWith('other') ? ['unit'] : (columns[kind].slice(1) as Relation[])),
  getExport: kind => (kind === 'reception' ? ['owner'] : []),
  listExports: kind => (kind === 'reception' ? ['owner'] : []),
  ...Object.fromEntries(
    [
      'getSubscription',
      'rotateSecret',
      'pingSubscription',
      'replaySubscription',
      'resumeSubscription',
      'endSubscription',
    ].map(id => [
      id,
      (kind: CallerKind): Relation[] => (kind === 'portal' || kind === 'readingPortal' ? ['owner'] : []),
    ]),
  ),
  // It is the money of the province's own unit, where none of the columns works.
  ...Object.fromEntries(
    [
      ...['loadStatement', 'getReconciliation', 'getReconciliationFile', 'listUnsettled'],
      ...['getUnsettledFile', 'listUnassigned', 'listRefusedNotices', 'assignPayment'],
    ].map(id => [id, (): Relation[] => []]),
  ),
  completeUpload: kind => (kind === 'owner' || kind === 'ownerLevel1' ? ['owner'] : []),
};

describe('the table of rights', () => {
  const plain = rightsTable.filter(({ parameter }) => parameter === undefined);

  test('has one line for every operation asked plainly, and none for others', () => {
    expect(plain.map(({ operation }) => operation).toSorted()).toEqual(
      allOperations.map(({ id }) => id).toSorted(),
    );
  });

  test('knows of every query parameter whether it widens or narrows', () => {
    const classified = Object.entries(queryParameters).flatMap(([id, each]) =>
      Object.keys(each).map(name => `${id} ?${name}`),
    );
    const taken = allOperations.flatMap(({ id, query }) =>
      Object.keys(query?.shape ?? {}).map(name => `${id} ?${name}`),
    );
    expect(classified.toSorted()).toEqual(taken.toSorted());
  });

  test('has a line for every parameter that widens, and none for those that narrow', () => {
    const members = Object.entries(wideningMembers).flatMap(([id, names]) =>
      names.map(name => `${id} ?${name}`),
    );
    const parameters = Object.entries(queryParameters).flatMap(([id, each]) =>
      Object.entries(each).flatMap(([name, kind]) => (kind === 'widens' ? [`${id} ?${name}`] : [])),
    );
    const widening = [...parameters, ...members];
    const lines = rightsTable.flatMap(({ operation, parameter }) =>
      parameter === undefined ? [] : [`${operation} ?${parameter}`],
    );
    expect([...new Set(lines)].toSorted()).toEqual(widening.toSorted());
  });

  test('knows of every body that can name applicants that it widens', () => {
    const naming = allOperations.filter(({ body }) =>
      JSON.stringify(body ? z.toJSONSchema(body, { io: 'input' }) : '').includes('"expand"'),
    );
    expect(naming.map(({ id }) => id)).toEqual(Object.keys(wideningMembers));
  });

  test('says of every list what the cursor of somebody else is worth', () => {
    const paged = allOperations.filter(({ query }) => query?.shape['cursor'] !== undefined);
    expect(paged.length).toBeGreaterThanOrEqual(6);
    for (const { id } of paged) expect(queryParameters[id]?.['cursor'], id).toBe('widens');
  });

  test('names each line once, and each kind of caller once in it', () => {
    const names = rightsTable.map(({ operation, parameter, asks }) => `${operation} ${parameter} ${asks}`);
    expect(new Set(names).size).toBe(names.length);
    expect(() => row('health', 'twice', { may: ['owner'], hidden: ['owner'] })).toThrow('named twice');
  });

  test.each(plain.map(line => [line.operation, line] as const))(
    'agrees with the policy on %s',
    (_, { operation, cells }) => {
      const action = allOperations.find(({ id }) => id === operation)?.action;
      if (!action) throw new Error(`there is no operation ${operation}`);
      const disagreeing = callerKinds.filter(kind => {
        const [principal, ...toDossier] = columns[kind];
        const relations = standing[operation]?.(kind) ?? toDossier;
        const verdict = judge(principal, action, new Set(relations));
        if (verdict === 'allow' && narrower[operation]?.includes(kind)) return cells[kind] !== 'refused';
        return !agreeing[verdict].includes(cells[kind]);
      });
      expect(disagreeing.map(kind => `${kind}: ${cells[kind]}`)).toEqual([]);
    },
  );
});
