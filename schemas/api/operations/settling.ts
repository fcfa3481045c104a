import * as z from 'zod';
import { calendarDate } from '../../calendar.ts';
import { gateway } from '../../money/gateway.ts';
import { listDay } from '../dossier-list.ts';
import { exportFormat } from '../export.ts';
import { operation } from '../operation.ts';
import { refusedNoticesView } from '../refused-notices.ts';
import {
  assignedView,
  assignment,
  loadedStatement,
  reconciliationView,
  settlementFile,
  statementFile,
  transactionKey,
  unassignedView,
  unsettledView,
} from '../settling.ts';

const ofDay = z.strictObject({ day: calendarDate.meta({ description: 'Day in Viet Nam' }) });
const here = { capability: 'settling', tag: 'Settlement' } as const;

export const settlingOperations = {
  loadStatement: operation({
    ...here,
    id: 'loadStatement',
    method: 'POST',
    path: '/v1/money/statements',
    summary: 'Reads a statement of a bank or the treasury, and settles the payments that its credits name',
    action: 'settlement.manage',
    body: statementFile,
    largestBody: 5 * 1024 * 1024,
    textsByRow: true,
    answer: { status: 200, schema: loadedStatement },
    problems: [
      'request-invalid',
      'not-found',
      'statement-unreadable',
      'statement-differs',
      'request-in-progress',
    ],
  }),
  getReconciliation: operation({
    ...here,
    id: 'getReconciliation',
    method: 'GET',
    path: '/v1/money/reconciliations/{day}',
    summary: 'A day compared three ways: our payments, the gateway’s list, the treasury’s credits',
    action: 'settlement.read',
    params: ofDay,
    answer: { status: 200, schema: reconciliationView },
    problems: ['parameter-invalid', 'not-found'],
  }),
  getReconciliationFile: operation({
    ...here,
    id: 'getReconciliationFile',
    method: 'GET',
    path: '/v1/money/reconciliations/{day}/files/{format}',
    summary: 'The comparison of a day as CSV or XLSX, by a link that expires after five minutes',
    action: 'settlement.read',
    params: ofDay.extend({ format: exportFormat }),
    answer: { status: 200, schema: settlementFile },
    problems: ['parameter-invalid', 'not-found'],
  }),
  listUnsettled: operation({
    ...here,
    id: 'listUnsettled',
    method: 'GET',
    path: '/v1/money/unsettled',
    summary: 'Payments that no statement shows yet, by gateway and age',
    action: 'settlement.read',
    answer: { status: 200, schema: unsettledView },
    problems: ['not-found'],
  }),
  getUnsettledFile: operation({
    ...here,
    id: 'getUnsettledFile',
    method: 'GET',
    path: '/v1/money/unsettled/files/{format}',
    summary:
      'Payments that no statement shows yet, as CSV or XLSX, by a link that expires after five minutes',
    action: 'settlement.read',
    params: z.strictObject({ format: exportFormat }),
    answer: { status: 200, schema: settlementFile },
    problems: ['parameter-invalid', 'not-found'],
  }),
  listUnassigned: operation({
    ...here,
    id: 'listUnassigned',
    method: 'GET',
    path: '/v1/money/unassigned',
    summary: 'Money that came in and names no dossier, the oldest first',
    action: 'settlement.read',
    answer: { status: 200, schema: unassignedView },
    problems: ['not-found'],
    recordsReads: true,
  }),
  listRefusedNotices: operation({
    ...here,
    id: 'listRefusedNotices',
    method: 'GET',
    path: '/v1/money/refused-notices',
    summary: 'Notices of payments that were not believed on a day: forged, sent again, or of another amount',
    action: 'settlement.read',
    query: z.strictObject({ day: listDay.optional() }),
    answer: { status: 200, schema: refusedNoticesView },
    problems: ['parameter-invalid', 'not-found'],
  }),
  assignPayment: operation({
    ...here,
    id: 'assignPayment',
    method: 'POST',
    path: '/v1/money/unassigned/{gateway}/{transaction}/assignment',
    summary: 'Gives money of nobody to the dossier that it is for',
    action: 'settlement.manage',
    params: z.strictObject({
      gateway,
      transaction: transactionKey.meta({ description: 'As `listUnassigned` gives it (`key`)' }),
    }),
    body: assignment,
    answer: { status: 200, schema: assignedView },
    problems: [
      'request-invalid',
      'parameter-invalid',
      'not-found',
      'own-dossier',
      'interest-declared',
      'state-conflict',
      'request-in-progress',
      'version-conflict',
      'ledger-broken',
    ],
  }),
} as const;
