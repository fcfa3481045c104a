import * as z from 'zod';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import {
  anyTaxMessage,
  landProof,
  landSlipOrder,
  landSlipSent,
  landTaxView,
  taxMessageTaken,
} from '../land-tax.ts';
import { operation } from '../operation.ts';
import { ofDossier } from './problem-groups.ts';

const here = { capability: 'land-tax', tag: 'Land and tax' } as const;
const byCode = z.strictObject({ code: typedDossierCode });
const ofChange = [
  'parameter-invalid',
  'request-invalid',
  ...ofDossier,
  'state-conflict',
  'task-assigned',
  'precondition-failed',
  'version-conflict',
] as const;

export const landTaxOperations = {
  getLandTax: operation({
    ...here,
    id: 'getLandTax',
    method: 'GET',
    path: '/v1/dossiers/{code}/land-tax',
    summary: 'What the tax office was asked about a dossier, and what it answered',
    action: 'dossier.readLandTax',
    params: byCode,
    answer: { status: 200, schema: landTaxView },
    problems: ['parameter-invalid', ...ofDossier],
    recordsReads: true,
  }),
  sendLandSlip: operation({
    ...here,
    id: 'sendLandSlip',
    method: 'POST',
    path: '/v1/dossiers/{code}/land-slips',
    summary: 'Sends a transfer slip to the tax office; the clock pauses until its notice comes',
    action: 'dossier.askTaxOffice',
    params: byCode,
    body: landSlipOrder,
    answer: { status: 200, schema: landSlipSent, etag: true },
    takesIfMatch: true,
    problems: [...ofChange, 'gateway-unavailable'],
  }),
  recordLandProof: operation({
    ...here,
    id: 'recordLandProof',
    method: 'POST',
    path: '/v1/dossiers/{code}/land-proofs',
    summary: 'Records a document which says that the treasury has the money',
    action: 'dossier.askTaxOffice',
    params: byCode,
    body: landProof,
    answer: { status: 200, schema: landSlipSent, etag: true },
    takesIfMatch: true,
    problems: ofChange,
  }),
  tellLandTax: operation({
    ...here,
    id: 'tellLandTax',
    method: 'POST',
    path: '/v1/land-tax/messages',
    summary: 'For the tax office: a refusal, a notice of payment, its withdrawal, a payment',
    action: 'payment.tell',
    seesSender: true,
    body: anyTaxMessage,
    answer: { status: 200, schema: taxMessageTaken },
    problems: [
      'request-invalid',
      'notice-forged',
      'gateway-unavailable',
      'not-found',
      'state-conflict',
      'version-conflict',
      'ledger-broken',
    ],
  }),
} as const;
