import { type AccountKind, accountKind } from '../../../schemas/identity/account.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import { type OfficerRole, workingRoles } from '../../../schemas/identity/roles.ts';

/**
 * The caller's required relation to the requested thing. owner: the dossier is theirs, they are the owner's legal
 * representative, or they submitted it (for portals, only this), or they requested the export or made the read; unit:
 * it belongs to their unit or to one whose work theirs took over: received or decided there, or with an open task
 * there; always: no relation is needed.
 */
export type Relation = 'always' | 'owner' | 'unit';

/** One line of the policy: a kind of caller, for officers with any of these roles, in this relation. */
export interface Grant {
  readonly who: 'anonymous' | AccountKind | 'portal' | 'officer';
  readonly roles?: readonly OfficerRole[];
  readonly relation: Relation;
  /** Citizens: the required level of the identity account; portals: the scope. */
  readonly level?: 2;
  readonly scope?: 'dossiers:read' | 'dossiers:write';
}

/** At the counter: staff of the post receives and hands over. */
const counter = [...workingRoles, 'postal'] as const satisfies readonly OfficerRole[];
const everywhere = ['overseer', 'auditor'] as const satisfies readonly OfficerRole[];

/** Applicants. Only citizens' accounts have levels (NĐ 320/2026/NĐ-CP Đ3): other accounts need none. */
const accounts = (relation: Relation, level?: 2): readonly Grant[] =>
  accountKind.options.map(who => ({ who, relation, ...(who === 'citizen' && level && { level }) }));

const everybody: readonly Grant[] = [
  { who: 'anonymous', relation: 'always' },
  ...accounts('always'),
  { who: 'portal', relation: 'always' },
  { who: 'officer', relation: 'always' },
];

/** Whoever has a token. */
const known: readonly Grant[] = everybody.filter(({ who }) => who !== 'anonymous');

const readers: readonly Grant[] = [
  ...accounts('owner'),
  { who: 'portal', relation: 'owner', scope: 'dossiers:read' },
  { who: 'officer', roles: workingRoles, relation: 'unit' },
  { who: 'officer', roles: everywhere, relation: 'always' },
];

const applicants: readonly Grant[] = [
  ...accounts('owner', 2),
  { who: 'portal', relation: 'owner', scope: 'dossiers:write' },
];

/** Officers, for what concerns their unit; overseers and auditors, for everything. */
const officers: readonly Grant[] = [
  { who: 'officer', roles: workingRoles, relation: 'unit' },
  { who: 'officer', roles: everywhere, relation: 'always' },
];

/** Staff of the post, too, for tasks of reception. */
const taskReaders: readonly Grant[] = [...officers, { who: 'officer', roles: ['postal'], relation: 'unit' }];

/** Whoever may list may request the list as a file: the list's own right is checked as well. */
const exporters: readonly Grant[] = readers;

/** Their own exports, whatever their current unit; auditors see everyone's. */
const exportReaders: readonly Grant[] = [
  ...accounts('owner'),
  { who: 'portal', relation: 'owner', scope: 'dossiers:read' },
  { who: 'officer', roles: [...workingRoles, 'overseer'], relation: 'owner' },
  { who: 'officer', roles: ['auditor'], relation: 'always' },
];

const administrators: readonly Grant[] = [{ who: 'officer', roles: ['administrator'], relation: 'always' }];

/**
 * The policy: for each action, who may. What is not granted here is refused. `docs/rights.md` is generated from this
 * table.
 */
export const policy: Readonly<Record<Action, readonly Grant[]>> = {
  'public.read': everybody,
  'self.read': known,
  'upload.create': [
    ...accounts('always'),
    { who: 'portal', relation: 'always', scope: 'dossiers:write' },
    { who: 'officer', roles: counter, relation: 'always' },
  ],
  /** For what they declared themselves. */
  'upload.complete': [
    ...accounts('owner'),
    { who: 'portal', relation: 'owner', scope: 'dossiers:write' },
    { who: 'officer', roles: counter, relation: 'owner' },
  ],
  'dossier.submit': [
    ...accounts('always', 2),
    { who: 'portal', relation: 'always', scope: 'dossiers:write' },
    { who: 'officer', roles: ['reception', 'postal'], relation: 'unit' },
  ],
  'dossier.read': readers,
  'dossier.list': readers,
  'dossier.search': officers,
  'dossier.supplement': applicants,
  'dossier.withdraw': [...applicants, { who: 'officer', roles: ['reception'], relation: 'unit' }],
  'dossier.correct': [{ who: 'officer', roles: ['reception', 'handler'], relation: 'unit' }],
  /** Their own interest, staff of the post too; a leader also that of another officer. */
  'dossier.declareInterest': [{ who: 'officer', roles: counter, relation: 'unit' }],
  'dossier.returnAgain': [{ who: 'officer', roles: ['reception', 'leader'], relation: 'unit' }],
  /** Officers of the agency that decided; what they propose is signed by a second person. */
  'dossier.changeResult': [{ who: 'officer', roles: ['handler', 'leader'], relation: 'unit' }],
  /** Whoever has the paper and its copy before them. */
  'dossier.certifyCopy': [{ who: 'officer', roles: ['reception', 'handler'], relation: 'unit' }],
  /** The owner’s code for the counter: no portal’s, and no officer’s. */
  'dossier.collect': accounts('owner'),
  /** At the counter, where people sign on a pad. */
  'dossier.takeInk': [{ who: 'officer', roles: ['reception'], relation: 'unit' }],
  /** Kept beyond its period, or no longer: lifted by another person than who set it. */
  'dossier.hold': [{ who: 'officer', roles: ['leader', 'registryClerk'], relation: 'unit' }],
  /** Asked for by who works on it, approved by a leader who is another person, paid at the counter or by transfer. */
  'dossier.askRefund': [{ who: 'officer', roles: ['reception', 'handler'], relation: 'unit' }],
  'dossier.decideRefund': [{ who: 'officer', roles: ['leader'], relation: 'unit' }],
  'dossier.payRefund': [{ who: 'officer', roles: ['reception', 'leader'], relation: 'unit' }],
  /** Who takes money has a drawer of their own; leaders see all of the unit, and close what somebody left open. */
  'drawer.read': [{ who: 'officer', roles: ['reception', 'leader'], relation: 'unit' }],
  'drawer.open': [{ who: 'officer', roles: ['reception'], relation: 'unit' }],
  'drawer.close': [{ who: 'officer', roles: ['reception', 'leader'], relation: 'unit' }],
  /** Who took the cash pays it in, or a leader; who oversees sees what still lies in closed drawers. */
  'drawer.deposit': [{ who: 'officer', roles: ['reception', 'leader'], relation: 'unit' }],
  'deposit.read': [
    { who: 'officer', roles: ['reception', 'leader'], relation: 'unit' },
    { who: 'officer', roles: everywhere, relation: 'always' },
  ],
  /** Of a unit and those under it: whoever leads it, and who looks after the province’s money or oversees it. */
  'paymentStatistics.read': [
    ...administrators,
    { who: 'officer', roles: ['leader'], relation: 'unit' },
    { who: 'officer', roles: everywhere, relation: 'always' },
  ],
  'money.read': [
    { who: 'officer', roles: ['leader'], relation: 'unit' },
    { who: 'officer', roles: everywhere, relation: 'always' },
  ],
  /** Who stands at the counter, or leads it, sees that a receipt is wrong; a leader who did not ask for it decides. */
  'dossier.correctReceipt': [{ who: 'officer', roles: ['reception', 'leader'], relation: 'unit' }],
  'dossier.decideReceipt': [{ who: 'officer', roles: ['leader'], relation: 'unit' }],
  /** What was collected on a day: sums and numbers of receipts, nothing of persons. */
  'receipt.summarize': [
    { who: 'officer', roles: ['leader'], relation: 'unit' },
    { who: 'officer', roles: everywhere, relation: 'always' },
  ],
  'archive.read': officers,
  /** Packed by who worked on it, taken over by the clerk who keeps the archive (văn thư, lưu trữ). */
  'archive.pack': [{ who: 'officer', roles: ['reception', 'handler', 'leader'], relation: 'unit' }],
  'archive.take': [{ who: 'officer', roles: ['registryClerk'], relation: 'unit' }],
  /** Their own. */
  'vault.list': accounts('always'),
  /** For papers of their own, which tell much: as to submit, an account at level 2. */
  'store.ask': accounts('always', 2),
  /** For a dossier they handle, and saying why. */
  'dossier.askStore': [{ who: 'officer', roles: ['reception', 'handler'], relation: 'unit' }],
  /** What was asked of the tax office, and what it answered: officers' matter, with data of another party. */
  'dossier.readLandTax': officers,
  /** Who examines the dossier, and has its task. */
  'dossier.askTaxOffice': [{ who: 'officer', roles: ['handler'], relation: 'unit' }],
  'task.list': taskReaders,
  'task.read': taskReaders,
  'task.decide': [{ who: 'officer', roles: counter, relation: 'unit' }],
  'task.assign': [{ who: 'officer', roles: workingRoles, relation: 'unit' }],
  /** How a process does: figures, codes of dossiers and steps, nothing of persons. */
  'process.read': officers,
  /** The register of a unit names whoever handed something in there. */
  'register.read': officers,
  'pad.pair': [{ who: 'officer', roles: ['reception'], relation: 'unit' }],
  /** A tablet is nobody: what it may do, it may by its secret. */
  'pad.hold': everybody,
  'payment.follow': everybody,
  'payment.tell': everybody,
  /** The province's money on its way to the treasury: of the unit, its own. */
  'settlement.read': [
    ...administrators,
    { who: 'officer', roles: everywhere, relation: 'always' },
    { who: 'officer', roles: ['leader'], relation: 'unit' },
  ],
  'settlement.manage': [...administrators, { who: 'officer', roles: ['leader'], relation: 'unit' }],
  'export.create': exporters,
  'export.read': exportReaders,
  'catalogue.manage': administrators,
  /** Applicants who read their data, officers what they read themselves. */
  'access.list': [
    ...accounts('owner'),
    { who: 'officer', relation: 'owner' },
    { who: 'officer', roles: ['auditor'], relation: 'always' },
  ],
  'organization.read': [
    ...administrators,
    { who: 'officer', roles: everywhere, relation: 'always' },
    { who: 'officer', roles: counter, relation: 'unit' },
  ],
  'organization.manage': administrators,
  'absence.read': [
    ...administrators,
    { who: 'officer', roles: everywhere, relation: 'always' },
    { who: 'officer', roles: counter, relation: 'unit' },
  ],
  /** Their own; leaders also that of others. */
  'absence.record': [...administrators, { who: 'officer', roles: counter, relation: 'unit' }],
  'calendar.manage': administrators,
  'subscription.create': [{ who: 'portal', relation: 'always', scope: 'dossiers:read' }],
  'subscription.manage': [{ who: 'portal', relation: 'owner', scope: 'dossiers:read' }],
  'change.read': [{ who: 'portal', relation: 'always', scope: 'dossiers:read' }],
  'connection.read': administrators,
  'connection.manage': administrators,
  'projection.manage': administrators,
  'proposedChange.read': [...administrators, { who: 'officer', roles: ['auditor'], relation: 'always' }],
  /** The second administrator, or whoever withdraws: that it is another one is seen with the proposed change. */
  'proposedChange.confirm': administrators,
};
