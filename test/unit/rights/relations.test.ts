import { expect, test } from 'vitest';
import { relationsTo } from '../../../functions/domain/rights/relations.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';

const alarms = { dueSoon: '', overdue: '', escalated: '' };
const task = (unit: string): PlannedTask => ({
  id: 'H44.101-261123-0001.t2',
  phase: 'consultation',
  step: 'examine',
  name: 'Cho ý kiến',
  unit,
  role: 'handler',
  openedAt: '',
  dueAt: '',
  alarms,
  assignee: null,
});
const head = {
  owner: 'key-of-owner',
  submittedBy: 'portal:dvcqg',
  receivingUnit: 'H44.01',
  competentUnit: 'H44.02',
  tasks: [task('H44.03')],
};
const officer = (unit: string | null): Principal => ({ kind: 'officer', id: 'o', unit, roles: ['handler'] });
const citizen: Principal = { kind: 'citizen', identityNumber: '025090000001', level: 2 };
const portal = (id: string): Principal => ({ kind: 'portal', id, scopes: [] });
const relations = (caller: Principal, key?: string, of = head) => [...relationsTo(of, caller, key)];

test('a dossier belongs to its owner and to whom submitted it', () => {
  expect(relations(citizen, 'key-of-owner')).toEqual(['owner']);
  expect(relations(citizen, 'another-key')).toEqual([]);
  expect(relations(citizen, 'son', { ...head, submittedBy: 'citizen:son' })).toEqual(['owner']);
  expect(relations(portal('dvcqg'))).toEqual(['owner']);
  expect(relations(portal('kiosk'))).toEqual([]);
});

test('a citizen whose key is not known owns nothing, not even what nobody submitted', () => {
  expect(relations(citizen, undefined, { ...head, submittedBy: 'citizen:undefined' })).toEqual([]);
});

test('a portal is not taken for a citizen or officer of the same name', () => {
  expect(relations(portal('x'), undefined, { ...head, submittedBy: 'citizen:x' })).toEqual([]);
  expect(relations(citizen, 'dvcqg')).toEqual([]);
});

test('receiving, deciding and asked units are concerned; others, above or below them, are not', () => {
  for (const unit of ['H44.01', 'H44.02', 'H44.03']) expect(relations(officer(unit))).toEqual(['unit']);
  for (const unit of ['H44', 'H44.04', 'H44.01.01', null]) expect(relations(officer(unit))).toEqual([]);
});

test('nobody without a token is concerned', () => {
  expect(relations({ kind: 'anonymous' }, 'key-of-owner')).toEqual([]);
});
