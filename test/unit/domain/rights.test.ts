import { describe, expect, test } from 'vitest';
import { demand, judge } from '../../../functions/domain/rights/judge.ts';
import type { Relation } from '../../../functions/domain/rights/policy.ts';
import { relationsTo } from '../../../functions/domain/rights/relations.ts';
import { type Action, action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal, Principal } from '../../../schemas/identity/principal.ts';
import { type OfficerRole, officerRole } from '../../../schemas/identity/roles.ts';
import { accept, consult } from '../../support/lifecycle/decisions.ts';
import { PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const anonymous: Principal = { kind: 'anonymous' };
const citizen = (level: 1 | 2 = 2): Principal => ({ kind: 'citizen', identityNumber: '025090000001', level });
const portal = (...scopes: ('dossiers:read' | 'dossiers:write')[]): Principal => ({
  kind: 'portal',
  id: 'cong',
  scopes,
});
const officer = (unit: string | null, ...roles: OfficerRole[]): OfficerPrincipal => ({
  kind: 'officer',
  id: 'a',
  unit,
  roles,
});
const judged = (caller: Principal, what: Action, ...relations: Relation[]) =>
  judge(caller, what, new Set(relations));

/** What needs no token: a pad goes by its secret, a payment by its link, a notice by its signature. */
const PUBLIC: readonly string[] = ['public.read', 'pad.hold', 'payment.follow', 'payment.tell'];

describe('the judge', () => {
  test('lets anybody read what is public, and lets the anonymous do nothing else', () => {
    for (const what of action.options) {
      expect(judged(anonymous, what, 'owner', 'unit'), what).toBe(
        PUBLIC.includes(what) ? 'allow' : 'unauthenticated',
      );
    }
  });

  test('lets citizens do what is theirs, submitting at level 2 only', () => {
    expect(judged(citizen(), 'dossier.read', 'owner')).toBe('allow');
    expect(judged(citizen(), 'dossier.read')).toBe('hide');
    expect(judged(citizen(1), 'dossier.read', 'owner')).toBe('allow');
    expect(judged(citizen(1), 'dossier.submit')).toBe('levelTooLow');
    expect(judged(citizen(1), 'dossier.withdraw', 'owner')).toBe('levelTooLow');
    expect(judged(citizen(), 'task.decide', 'unit')).toBe('forbid');
  });

  test('holds portals to their scopes and their own dossiers', () => {
    expect(judged(portal('dossiers:read'), 'dossier.read', 'owner')).toBe('allow');
    expect(judged(portal('dossiers:read'), 'dossier.read')).toBe('hide');
    expect(judged(portal('dossiers:read'), 'dossier.withdraw', 'owner')).toBe('forbid');
    expect(judged(portal(), 'dossier.read', 'owner')).toBe('forbid');
  });

  test('lets officers work in their unit, and hides other units’ dossiers from them', () => {
    for (const role of ['reception', 'handler', 'leader', 'signer'] as const) {
      expect(judged(officer('H44.101', role), 'task.decide', 'unit'), role).toBe('allow');
      expect(judged(officer('H44.101', role), 'task.decide'), role).toBe('hide');
      expect(judged(officer('H44.101', role), 'dossier.submit', 'unit'), role).toBe(
        role === 'reception' ? 'allow' : 'forbid',
      );
    }
  });

  test('lets overseers and auditors read everywhere and decide nowhere', () => {
    for (const role of ['overseer', 'auditor'] as const) {
      expect(judged(officer('H44', role), 'dossier.read')).toBe('allow');
      expect(judged(officer('H44', role), 'task.list')).toBe('allow');
      for (const what of ['task.decide', 'task.assign', 'dossier.submit', 'catalogue.manage'] as const)
        expect(judged(officer('H44', role), what, 'unit', 'owner'), what).toBe('forbid');
    }
  });

  test('leaves catalogue, units and calendars to administrators, and dossiers not', () => {
    for (const role of officerRole.options) {
      for (const what of ['catalogue.manage', 'organization.manage', 'calendar.manage'] as const)
        expect(judged(officer(null, role), what)).toBe(role === 'administrator' ? 'allow' : 'forbid');
    }
    expect(judged(officer(null, 'administrator'), 'dossier.read', 'unit')).toBe('forbid');
    expect(judged(officer('H44.101'), 'dossier.read', 'unit')).toBe('forbid');
  });

  test('turns every verdict into its refusal', () => {
    expect(() => demand(anonymous, 'dossier.read')).toThrow(
      expect.objectContaining({ code: 'unauthenticated' }),
    );
    expect(() => demand(citizen(), 'dossier.read')).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => demand(citizen(), 'task.decide')).toThrow(expect.objectContaining({ code: 'forbidden' }));
    expect(() => demand(citizen(1), 'dossier.submit')).toThrow(
      expect.objectContaining({ code: 'identity-level-too-low' }),
    );
    expect(() => demand(citizen(), 'dossier.submit')).not.toThrow();
  });
});

describe('relations', () => {
  const key = 'k'.repeat(32);
  const { head } = new PaperDossier('1.013225').decide(accept);

  test('are those of owner and submitter, by key and by account', () => {
    expect([...relationsTo(head, citizen(), key)]).toEqual(['owner']);
    expect([...relationsTo(head, citizen(), 'another')]).toEqual([]);
    expect([...relationsTo(head, citizen(), undefined)]).toEqual([]);
    expect([...relationsTo(head, portal('dossiers:read'), undefined)]).toEqual([]);
    expect([...relationsTo({ ...head, submittedBy: 'portal:cong' }, portal(), undefined)]).toEqual(['owner']);
    expect([...relationsTo(head, anonymous, key)]).toEqual([]);
  });

  test('are those of the units that receive, decide, or were given a task', () => {
    const related = (unit: string | null, at = head) => [
      ...relationsTo(at, officer(unit, 'handler'), undefined),
    ];
    expect(related('H44.101')).toEqual(['unit']);
    expect(related('H44.04')).toEqual([]);
    expect(related(null)).toEqual([]);
    const asked = new PaperDossier('1.013225').decide(accept).decide(consult).head;
    expect(related('H44.04', asked)).toEqual(['unit']);
  });
});
