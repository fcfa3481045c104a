import * as z from 'zod';
import { typedAgencyCode } from '../../codes/typed-agency-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { receiptId } from '../../money/receipt-entries.ts';
import { receiptRequestId } from '../../money/receipt-provider.ts';
import { operation } from '../operation.ts';
import {
  receiptCorrection,
  receiptCorrectionDecision,
  receiptCorrectionView,
  receiptList,
  receiptRequestState,
  receiptSummaryView,
} from '../receipt.ts';
import { ofDossier } from './problem-groups.ts';

const here = { capability: 'receipts', tag: 'Receipts' } as const;
const ofReceipt = z.strictObject({ code: typedDossierCode, id: receiptId });
const ofCorrection = [
  'request-invalid',
  'parameter-invalid',
  ...ofDossier,
  'state-conflict',
  'precondition-failed',
  'version-conflict',
] as const;

export const receiptOperations = {
  listReceipts: operation({
    ...here,
    id: 'listReceipts',
    method: 'GET',
    path: '/v1/dossiers/{code}/receipts',
    summary: 'The electronic receipts of a dossier, with links to their files that expire',
    action: 'dossier.read',
    params: z.strictObject({ code: typedDossierCode }),
    answer: { status: 200, schema: receiptList },
    problems: [...ofDossier],
    recordsReads: true,
  }),
  correctReceipt: operation({
    ...here,
    id: 'correctReceipt',
    method: 'POST',
    path: '/v1/dossiers/{code}/receipts/{id}/correction',
    summary: 'Asks that a receipt be replaced or adjusted; another officer decides',
    action: 'dossier.correctReceipt',
    params: ofReceipt,
    body: receiptCorrection,
    answer: { status: 200, schema: receiptCorrectionView, etag: true },
    problems: [...ofCorrection],
    takesIfMatch: true,
  }),
  decideReceiptCorrection: operation({
    ...here,
    id: 'decideReceiptCorrection',
    method: 'POST',
    path: '/v1/dossiers/{code}/receipts/{id}/correction/decision',
    summary: 'Decides about the correction of a receipt that somebody else asked for',
    action: 'dossier.decideReceipt',
    params: ofReceipt,
    body: receiptCorrectionDecision,
    answer: { status: 200, schema: receiptCorrectionView, etag: true },
    problems: [...ofCorrection, 'four-eyes'],
    takesIfMatch: true,
  }),
  retryReceipt: operation({
    ...here,
    id: 'retryReceipt',
    method: 'POST',
    path: '/v1/dossiers/{code}/receipt-requests/{id}/retry',
    summary: 'Asks a provider again for a receipt that it refused, once what was wrong is put right',
    action: 'dossier.correctReceipt',
    params: z.strictObject({ code: typedDossierCode, id: receiptRequestId }),
    answer: { status: 200, schema: receiptRequestState, etag: true },
    problems: [
      'parameter-invalid',
      ...ofDossier,
      'state-conflict',
      'precondition-failed',
      'version-conflict',
    ],
    takesIfMatch: true,
  }),
  getReceiptSummary: operation({
    ...here,
    id: 'getReceiptSummary',
    method: 'GET',
    path: '/v1/units/{code}/receipt-summaries/{date}',
    summary: 'The receipts that a collecting unit made on a day, and their summary for the tax office',
    action: 'receipt.summarize',
    params: z.strictObject({
      code: typedAgencyCode,
      date: z.iso.date().meta({ description: 'Day on which the money came in' }),
    }),
    answer: { status: 200, schema: receiptSummaryView },
    problems: ['parameter-invalid', 'not-found'],
  }),
} as const;
