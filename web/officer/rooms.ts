import type { AnyComponent } from 'preact';
import type { OfficerRole } from '../api/generated.ts';

/** A room of the officers' pages. Who works in it is only for the menu: what somebody may do, the API says. */
export interface Room {
  /** Pattern of its addresses. */
  readonly path: string;
  /** Where its menu entry leads. */
  readonly href: string;
  /** Its name in the menu; undefined for rooms that other rooms lead to. */
  readonly menu?:
    | 'workList'
    | 'signing'
    | 'sealing'
    | 'counter'
    | 'dossiers'
    | 'pads'
    | 'drawers'
    | 'money'
    | 'exports'
    | 'archive'
    | 'processes'
    | 'absences'
    | 'access'
    | 'administration';
  readonly roles: readonly OfficerRole[];
  /** Nobody begins their day in it while another room is theirs. */
  readonly beside?: true;
  // biome-ignore lint/suspicious/noExplicitAny: as preact-iso types what it loads.
  readonly load: () => Promise<AnyComponent<any>>;
}

const working = ['reception', 'handler', 'leader', 'signer', 'registryClerk', 'postal'] as const;
const readers = ['reception', 'handler', 'leader', 'signer', 'registryClerk', 'overseer', 'auditor'] as const;

/** In the order of the menu. */
export const rooms: readonly Room[] = [
  {
    path: '/officer',
    href: '/officer',
    menu: 'workList',
    roles: [...working, 'overseer', 'auditor'],
    load: async () => (await import('./work-list/work-list.tsx')).WorkList,
  },
  {
    path: '/officer/signing',
    href: '/officer/signing',
    menu: 'signing',
    roles: ['signer'],
    load: async () => (await import('./signing/signing.tsx')).Signing,
  },
  {
    path: '/officer/sealing',
    href: '/officer/sealing',
    menu: 'sealing',
    roles: ['registryClerk'],
    load: async () => (await import('./sealing/sealing.tsx')).Sealing,
  },
  {
    path: '/officer/counter/:rest*',
    href: '/officer/counter',
    menu: 'counter',
    roles: ['reception', 'postal'],
    load: async () => (await import('./counter/counter.tsx')).Counter,
  },
  {
    path: '/officer/pads',
    href: '/officer/pads',
    menu: 'pads',
    roles: ['reception'],
    load: async () => (await import('./pads/pads.tsx')).Pads,
  },
  {
    path: '/officer/drawers',
    href: '/officer/drawers',
    menu: 'drawers',
    roles: ['reception', 'leader'],
    load: async () => (await import('./drawers/drawers.tsx')).Drawers,
  },
  {
    path: '/officer/money/:rest*',
    href: '/officer/money',
    menu: 'money',
    roles: ['leader', 'overseer', 'auditor', 'administrator'],
    beside: true,
    load: async () => (await import('./money/money.tsx')).Money,
  },
  {
    path: '/officer/dossiers',
    href: '/officer/dossiers',
    menu: 'dossiers',
    roles: readers,
    load: async () => (await import('./dossiers/dossiers.tsx')).Dossiers,
  },
  {
    path: '/officer/dossiers/:code',
    href: '/officer/dossiers',
    roles: readers,
    load: async () => (await import('./dossier/dossier.tsx')).DossierRoom,
  },
  {
    path: '/officer/exports',
    href: '/officer/exports',
    menu: 'exports',
    roles: readers,
    load: async () => (await import('./exports/exports.tsx')).Exports,
  },
  {
    path: '/officer/archive',
    href: '/officer/archive',
    menu: 'archive',
    // Overseers and auditors have no unit of their own here: they ask the API.
    roles: ['reception', 'handler', 'leader', 'signer', 'registryClerk'],
    load: async () => (await import('./archive/archive.tsx')).Archive,
  },
  {
    path: '/officer/processes',
    href: '/officer/processes',
    menu: 'processes',
    roles: ['leader', 'signer'],
    load: async () => (await import('./processes/processes.tsx')).Processes,
  },
  {
    path: '/officer/absences',
    href: '/officer/absences',
    menu: 'absences',
    roles: working,
    load: async () => (await import('./absences/absences.tsx')).Absences,
  },
  {
    path: '/officer/access',
    href: '/officer/access',
    menu: 'access',
    // Other officers come here by the menu of their own name, for what they read themselves.
    roles: ['auditor'],
    load: async () => (await import('./access/access.tsx')).AccessRecords,
  },
  {
    path: '/officer/administration/:rest*',
    href: '/officer/administration',
    menu: 'administration',
    roles: ['administrator'],
    load: async () => (await import('./administration/administration.tsx')).Administration,
  },
];
