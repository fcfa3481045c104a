import * as z from 'zod';
import { typedAgencyCode } from '../../codes/typed-agency-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { refundId } from '../../money/account.ts';
import { drawerId } from '../../money/drawer-id.ts';
import { depositList, depositOrder, depositView } from '../deposits.ts';
import { listDay } from '../dossier-list.ts';
import {
  dossierMoney,
  drawerCount,
  drawerMove,
  drawerOrder,
  drawerView,
  refundDecision,
  refundOrder,
  refundPayout,
  unitMoney,
} from '../money.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { paymentStatistics } from '../payment-statistics.ts';
import { ofDossier } from './problem-groups.ts';

const ofUnit = z.strictObject({ code: typedAgencyCode });
const ofOne = z.strictObject({ code: typedDossierCode });
const ofRefund = ofOne.extend({ refund: refundId });
const here = { capability: 'money', tag: 'Money' } as const;
const refund = {
  ...here,
  method: 'POST',
  answer: { status: 200, schema: dossierMoney, etag: true },
  takesIfMatch: true,
} as const;
const changes = [
  'request-invalid',
  'parameter-invalid',
  ...ofDossier,
  'precondition-failed',
  'version-conflict',
] as const;

export const moneyOperations = {
  requestRefund: operation({
    ...refund,
    id: 'requestRefund',
    path: '/v1/dossiers/{code}/refunds',
    summary: 'Asks that money of a dossier goes back: what was paid too much, or the fee itself',
    action: 'dossier.askRefund',
    params: ofOne,
    body: refundOrder,
    problems: [...changes, 'refund-stale'],
  }),
  decideRefund: operation({
    ...refund,
    id: 'decideRefund',
    path: '/v1/dossiers/{code}/refunds/{refund}/decision',
    summary: 'Approves or refuses a refund that somebody else asked for',
    action: 'dossier.decideRefund',
    params: ofRefund,
    body: refundDecision,
    problems: [...changes, 'four-eyes', 'state-conflict'],
  }),
  payRefund: operation({
    ...refund,
    id: 'payRefund',
    path: '/v1/dossiers/{code}/refunds/{refund}/payout',
    summary: 'Records that an approved refund was paid out in cash, or sent by transfer',
    action: 'dossier.payRefund',
    params: ofRefund,
    body: refundPayout,
    problems: [...changes, 'state-conflict'],
  }),
  openDrawer: operation({
    ...here,
    id: 'openDrawer',
    method: 'POST',
    path: '/v1/units/{code}/drawers',
    summary: 'Opens the caller’s cash drawer in a unit, with the change that is in it',
    action: 'drawer.open',
    params: ofUnit,
    body: drawerOrder,
    answer: { status: 201, schema: drawerView, etag: true },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'state-conflict'],
  }),
  closeDrawer: operation({
    ...here,
    id: 'closeDrawer',
    method: 'POST',
    path: '/v1/units/{code}/drawers/{id}/closing',
    summary: 'Closes a cash drawer with what was counted in it; a difference needs a note',
    action: 'drawer.close',
    params: ofUnit.extend({ id: drawerId }),
    body: drawerCount,
    answer: { status: 200, schema: drawerView, etag: true },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'state-conflict'],
  }),
  depositDrawers: operation({
    ...here,
    id: 'depositDrawers',
    method: 'POST',
    path: '/v1/units/{code}/deposits',
    summary: 'Records that the cash of closed drawers was paid in at the bank or the treasury',
    action: 'drawer.deposit',
    params: ofUnit,
    body: depositOrder,
    answer: { status: 201, schema: depositView },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'state-conflict', 'four-eyes'],
  }),
  listDeposits: operation({
    ...here,
    id: 'listDeposits',
    method: 'GET',
    path: '/v1/units/{code}/deposits',
    summary: 'Closed drawers of a unit whose cash was not paid in yet, and its last deposits',
    action: 'deposit.read',
    params: ofUnit,
    answer: { status: 200, schema: depositList },
    problems: ['parameter-invalid', 'not-found'],
  }),
  listDrawers: operation({
    ...here,
    id: 'listDrawers',
    method: 'GET',
    path: '/v1/units/{code}/drawers',
    summary: 'The cash drawers of a unit, the newest first: of an officer their own, of a leader all',
    action: 'drawer.read',
    params: ofUnit,
    query: z.strictObject(pageQuery),
    answer: {
      status: 200,
      schema: pageOf(drawerView)
        .extend({
          /** The caller’s own that is open, and what went in and out of it. */
          open: z.strictObject({ drawer: drawerView, moves: z.array(drawerMove) }).nullable(),
        })
        .meta({ id: 'CashDrawerList' }),
    },
    problems: ['parameter-invalid', 'cursor-invalid', 'not-found'],
  }),
  getPaymentStatistics: operation({
    ...here,
    id: 'getPaymentStatistics',
    method: 'GET',
    path: '/v1/units/{code}/payment-statistics',
    summary:
      'How fees were paid in a unit and those under it: online or not, by what way, and how soon settled',
    action: 'paymentStatistics.read',
    params: ofUnit,
    query: z.strictObject({ from: listDay.optional(), to: listDay.optional() }),
    answer: { status: 200, schema: paymentStatistics },
    problems: ['parameter-invalid', 'not-found', 'period-too-long'],
  }),
  getUnitMoney: operation({
    ...here,
    id: 'getUnitMoney',
    method: 'GET',
    path: '/v1/units/{code}/money',
    summary: 'What went into and out of the accounts of a unit, day by day, and what is still asked for',
    action: 'money.read',
    params: ofUnit,
    query: z.strictObject({ from: listDay.optional(), to: listDay.optional() }),
    answer: { status: 200, schema: unitMoney },
    problems: ['parameter-invalid', 'not-found', 'period-too-long'],
  }),
} as const;
