import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { lifecycle } from '../lifecycle/states.ts';

/** Code, state and its names: what every view of a dossier begins with. */
export function progressOf(head: Pick<DossierHead, 'code' | 'handling'>, language: 'vi' | 'en') {
  const state = lifecycle[head.handling];
  return {
    code: head.code,
    handling: head.handling,
    nationalStatus: state.nationalCode,
    statusText: language === 'vi' ? state.vietnamese : state.english,
  };
}

const SHARE: Readonly<Record<DossierHead['handling'], number>> = {
  submitted: 10,
  declined: 100,
  accepted: 25,
  processing: 50,
  supplementing: 40,
  awaitingPayment: 40,
  withdrawn: 100,
  stopped: 100,
  decided: 90,
  returned: 100,
};

/** The progress of a dossier in percent: visible to anyone with its code (TT 01/2018/TT-VPCP Đ16 k2). */
export function shareDone(head: Pick<DossierHead, 'handling'>): number {
  return SHARE[head.handling];
}
