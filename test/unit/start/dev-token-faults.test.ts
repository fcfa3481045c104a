import { expect, it } from 'vitest';
import { DevTokenRequest } from '../../../local/dev-tokens/dev-tokens.ts';
import { devTokenFaults } from '../../../start/dev-token-faults.ts';

const faultsOf = (body: object) => devTokenFaults(DevTokenRequest.parse({ id: 'x', ...body }));

it.each([
  [{ kind: 'officer', roles: ['handler', 'boss'] }, '/roles/1', 'auditor'],
  [{ kind: 'administrator', roles: ['root'] }, '/roles/0', 'administrator'],
  [{ kind: 'portal', scopes: ['dossiers:read', 'all'] }, '/scopes/1', 'dossiers:write'],
  [{ kind: 'officer', unit: 'the ward' }, '/unit', 'H44.101'],
  [{ kind: 'foreigner', country: 'LA' }, '/country', 'LAO'],
  [{ kind: 'organisation', id: '2600108627' }, '/id', ''],
])('%j asks for what nobody knows: told where, and what there is', (body, pointer, known) => {
  const [fault, ...others] = faultsOf(body);
  expect(others).toEqual([]);
  expect(fault?.pointer).toBe(pointer);
  expect(fault?.detail.vi).toContain(known);
  expect(fault?.detail.en).toContain(known);
});

it.each([
  [{ kind: 'officer', unit: 'H44.101', roles: ['handler', 'leader'] }],
  [{ kind: 'administrator' }],
  [{ kind: 'portal' }],
  [{ kind: 'citizen' }],
  [{ kind: 'foreigner', country: 'LAO' }],
  [{ kind: 'organisation', id: '2600108626' }],
  [{ kind: 'organisation', id: 'H44.101' }],
])('%j is known', body => {
  expect(faultsOf(body)).toEqual([]);
});
