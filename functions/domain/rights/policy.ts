import { type AccountKind, accountKind } from '../../../schemas/identity/account.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';

/**
 * How the caller must stand to what is asked for. owner: the dossier is theirs, they act for its owner by law, or they
 * submitted it (portals: theirs alone), the export was asked for by them; unit: it is their unit’s, or of a unit whose
 * work theirs took over: received or decided there, or with an open task there; always: no relation is needed.
 */
export type Relation = 'always' | 'owner' | 'unit';

/** One line of the policy: a kind of caller, for officers with any of these roles, in this relation. */
export interface Grant {
  readonly who: 'anonymous' | AccountKind | 'portal' | 'officer';
  readonly roles?: readonly OfficerRole[];
  readonly relation: Relation;
  /** Citizens: the level of identity account needed; portals: the scope. */
  readonly level?: 2;
  readonly scope?: 'dossiers:read' | 'dossiers:write';
}

const working = ['reception', 'handler', 'leader', 'signer'] as const satisfies readonly OfficerRole[];
const everywhere = ['overseer', 'auditor'] as const satisfies readonly OfficerRole[];

/** Those who apply. Only citizens' accounts have levels (NĐ 320/2026/NĐ-CP Đ3): the others' are taken as they are. */
const accounts = (relation: Relation, level?: 2): readonly Grant[] =>
  accountKind.options.map(who => ({ who, relation, ...(who === 'citizen' && level && { level }) }));

const everybody: readonly Grant[] = [
  { who: 'anonymous', relation: 'always' },
  ...accounts('always'),
  { who: 'portal', relation: 'always' },
  { who: 'officer', relation: 'always' },
];

const readers: readonly Grant[] = [
  ...accounts('owner'),
  { who: 'portal', relation: 'owner', scope: 'dossiers:read' },
  { who: 'officer', roles: working, relation: 'unit' },
  { who: 'officer', roles: everywhere, relation: 'always' },
];

const applicants: readonly Grant[] = [
  ...accounts('owner', 2),
  { who: 'portal', relation: 'owner', scope: 'dossiers:write' },
];

/** Officers, of what their unit has to do with; overseers and auditors, of everything. */
const officers: readonly Grant[] = [
  { who: 'officer', roles: working, relation: 'unit' },
  { who: 'officer', roles: everywhere, relation: 'always' },
];

/** Whoever may list may ask for the list as a file: the list's own right is asked for as well. */
const exporters: readonly Grant[] = readers;

/** Their own exports, whatever unit they work in by now; auditors see what everybody asked for. */
const exportReaders: readonly Grant[] = [
  ...accounts('owner'),
  { who: 'portal', relation: 'owner', scope: 'dossiers:read' },
  { who: 'officer', roles: [...working, 'overseer'], relation: 'owner' },
  { who: 'officer', roles: ['auditor'], relation: 'always' },
];

const administrators: readonly Grant[] = [{ who: 'officer', roles: ['administrator'], relation: 'always' }];

/** The policy: for each action, who may. What is not granted here is refused. `docs/rights.md` is generated from this table. */
export const policy: Readonly<Record<Action, readonly Grant[]>> = {
  'public.read': everybody,
  'upload.create': [
    ...accounts('always'),
    { who: 'portal', relation: 'always', scope: 'dossiers:write' },
    { who: 'officer', roles: working, relation: 'always' },
  ],
  /** Of what they declared themselves. */
  'upload.complete': [
    ...accounts('owner'),
    { who: 'portal', relation: 'owner', scope: 'dossiers:write' },
    { who: 'officer', roles: working, relation: 'owner' },
  ],
  'dossier.submit': [
    ...accounts('always', 2),
    { who: 'portal', relation: 'always', scope: 'dossiers:write' },
    { who: 'officer', roles: ['reception'], relation: 'unit' },
  ],
  'dossier.read': readers,
  'dossier.list': readers,
  'dossier.search': officers,
  'dossier.supplement': applicants,
  'dossier.withdraw': [...applicants, { who: 'officer', roles: ['reception'], relation: 'unit' }],
  'dossier.correct': [{ who: 'officer', roles: ['reception', 'handler'], relation: 'unit' }],
  'task.list': officers,
  'task.read': officers,
  'task.decide': [{ who: 'officer', roles: working, relation: 'unit' }],
  'task.assign': [{ who: 'officer', roles: working, relation: 'unit' }],
  'export.create': exporters,
  'export.read': exportReaders,
  'catalogue.manage': administrators,
  'access.list': [...accounts('owner'), { who: 'officer', roles: ['auditor'], relation: 'always' }],
  'organization.read': [
    ...administrators,
    { who: 'officer', roles: everywhere, relation: 'always' },
    { who: 'officer', roles: ['leader'], relation: 'unit' },
  ],
  'organization.manage': administrators,
  'calendar.manage': administrators,
  'subscription.create': [{ who: 'portal', relation: 'always', scope: 'dossiers:read' }],
  'subscription.manage': [{ who: 'portal', relation: 'owner', scope: 'dossiers:read' }],
  'change.read': [{ who: 'portal', relation: 'always', scope: 'dossiers:read' }],
  'connection.read': administrators,
  'connection.manage': administrators,
  'projection.manage': administrators,
};
