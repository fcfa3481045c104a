import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, type Verdict } from '../../../functions/domain/rights/judge.ts';
import type { Relation } from '../../../functions/domain/rights/policy.ts';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { type Action, action } from '../../../schemas/identity/actions.ts';
import { type Principal, portalScope } from '../../../schemas/identity/principal.ts';
import { officerRole } from '../../../schemas/identity/roles.ts';

const related: ReadonlySet<Relation> = new Set(['owner', 'unit']);
const citizen = (level: 1 | 2): Principal => ({ kind: 'citizen', identityNumber: '025090000001', level });
const portal = (...scopes: ('dossiers:read' | 'dossiers:write')[]): Principal => ({
  kind: 'portal',
  id: 'p',
  scopes,
});
const officer = (...roles: (typeof officerRole.options)[number][]): Principal => ({
  kind: 'officer',
  id: 'o',
  unit: 'H44.101',
  roles,
});
const allowed = (caller: Principal) =>
  action.options.filter(each => judge(caller, each, related) === 'allow').toSorted();

/** A pad goes by its secret, a payment by its link, a notice by its signature. */
const FOR_EVERYBODY: readonly string[] = ['pad.hold', 'payment.follow', 'payment.tell', 'public.read'];

describe('the policy', () => {
  test('gives nobody without a token more than what is for everybody', () => {
    expect(allowed({ kind: 'anonymous' })).toEqual(FOR_EVERYBODY);
    for (const each of action.options.filter(other => !FOR_EVERYBODY.includes(other)))
      expect(judge({ kind: 'anonymous' }, each, related)).toBe('unauthenticated');
  });

  test('gives every action to somebody, and every route asks for one', () => {
    const somebody = new Set(
      [...officerRole.options.map(role => officer(role)), citizen(2), portal('dossiers:read')].flatMap(
        allowed,
      ),
    );
    expect([...somebody].toSorted()).toEqual(action.options.toSorted());
    expect(allOperations.every(operation => action.options.includes(operation.action))).toBe(true);
  });

  test('lets overseers and auditors change nothing', () => {
    const reading = [
      'absence.read',
      'access.list',
      'archive.read',
      'deposit.read',
      'dossier.list',
      'dossier.read',
      'dossier.readLandTax',
      'dossier.search',
      'export.create',
      'export.read',
      'money.read',
      'organization.read',
      'pad.hold',
      'payment.follow',
      'payment.tell',
      'paymentStatistics.read',
      'process.read',
      'public.read',
      'receipt.summarize',
      'register.read',
      'self.read',
      'settlement.read',
      'task.list',
      'task.read',
    ];
    expect(allowed(officer('overseer'))).toEqual(reading);
    expect(allowed(officer('auditor'))).toEqual(['proposedChange.read', ...reading].toSorted());
  });

  test('shows administrators no dossier', () => {
    expect(allowed(officer('administrator'))).toEqual([
      'absence.read',
      'absence.record',
      'access.list',
      'calendar.manage',
      'catalogue.manage',
      'connection.manage',
      'connection.read',
      'organization.manage',
      'organization.read',
      'pad.hold',
      'payment.follow',
      'payment.tell',
      'paymentStatistics.read',
      'projection.manage',
      'proposedChange.confirm',
      'proposedChange.read',
      'public.read',
      'self.read',
      'settlement.manage',
      'settlement.read',
    ]);
  });

  test('lets citizens at level 1 read what is theirs and change nothing of it', () => {
    expect(allowed(citizen(1))).toEqual([
      'access.list',
      'dossier.collect',
      'dossier.list',
      'dossier.read',
      'export.create',
      'export.read',
      'pad.hold',
      'payment.follow',
      'payment.tell',
      'public.read',
      'self.read',
      'upload.complete',
      'upload.create',
      'vault.list',
    ]);
    for (const each of ['dossier.submit', 'dossier.supplement', 'dossier.withdraw'] as const)
      expect(judge(citizen(1), each, related)).toBe('levelTooLow');
  });

  test('gives portals what their scopes say', () => {
    expect(allowed(portal())).toEqual([...FOR_EVERYBODY, 'self.read']);
    expect(allowed(portal('dossiers:read'))).toEqual([
      'change.read',
      'dossier.list',
      'dossier.read',
      'export.create',
      'export.read',
      'pad.hold',
      'payment.follow',
      'payment.tell',
      'public.read',
      'self.read',
      'subscription.create',
      'subscription.manage',
    ]);
    expect(allowed(portal('dossiers:write'))).not.toContain('dossier.read');
  });

  test('hides from those who stand in no relation, at whatever level', () => {
    const none: ReadonlySet<Relation> = new Set();
    for (const caller of [citizen(1), citizen(2), portal(...portalScope.options), officer('handler')])
      expect(judge(caller, 'dossier.read', none)).toBe('hide');
    expect(judge(citizen(1), 'dossier.withdraw', none)).toBe('hide');
  });

  test('gives a citizen nothing for the relation of a unit, and an officer nothing for that of an owner', () => {
    expect(judge(citizen(2), 'dossier.read', new Set(['unit']))).toBe('hide');
    expect(judge(officer('handler'), 'dossier.read', new Set(['owner']))).toBe('hide');
  });
});

describe('more roles, scopes or relations', () => {
  const rank: Readonly<Record<Verdict, number>> = {
    unauthenticated: 0,
    forbid: 1,
    hide: 2,
    levelTooLow: 3,
    allow: 4,
  };
  const roles = fc.subarray([...officerRole.options]);
  const relations = fc.subarray<Relation>(['owner', 'unit']);
  const anyAction: fc.Arbitrary<Action> = fc.constantFrom(...action.options);

  test('never take a right away', () => {
    fc.assert(
      fc.property(roles, roles, relations, relations, anyAction, (some, more, near, nearer, each) => {
        const before = judge(officer(...some), each, new Set(near));
        const after = judge(officer(...new Set([...some, ...more])), each, new Set([...near, ...nearer]));
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
    );
  });
});
