import type { Desk } from '../desk.tsx';

type Officer = Pick<Desk, 'is' | 'me'>;

/** Who works in a part of these rooms is only for what is offered: what somebody may do, the API says. */
export const looksAtSettlement = (desk: Officer): boolean =>
  desk.is('administrator', 'overseer', 'auditor') || leadsProvince(desk);

export const managesSettlement = (desk: Officer): boolean => desk.is('administrator') || leadsProvince(desk);

export const looksAtAccounts = ({ is }: Officer): boolean => is('leader', 'overseer', 'auditor');

/** Administrators have no dossiers to read. */
export const opensDossiers = ({ is }: Officer): boolean => is('leader', 'overseer', 'auditor');

/** The code of the province’s own unit has one part: H44. */
const leadsProvince = ({ is, me }: Officer): boolean =>
  is('leader') && me.unit !== null && !me.unit.code.includes('.');
