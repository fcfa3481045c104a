import * as z from 'zod';
import { dossierCode } from '../../codes/dossier-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { collectionBody } from '../../dossier/collection.ts';
import { deliveryState } from '../../dossier/states.ts';
import { severalLines } from '../../text.ts';
import { operation } from '../operation.ts';
import { ofDossier } from './problem-groups.ts';

const here = {
  method: 'POST',
  capability: 'tasks',
  tag: 'Tasks',
  action: 'dossier.returnAgain',
  params: z.strictObject({ code: typedDossierCode }),
} as const;

const answer = {
  status: 200,
  schema: z
    .strictObject({ dossier: dossierCode, delivery: deliveryState, version: z.int() })
    .meta({ id: 'Delivery', description: 'Where the result is (trạng thái trả kết quả)' }),
  etag: true,
} as const;

const problems = [
  'request-invalid',
  'parameter-invalid',
  ...ofDossier,
  'state-conflict',
  'precondition-failed',
  'version-conflict',
] as const;

export const returnOperations = {
  recallResult: operation({
    ...here,
    id: 'recallResult',
    path: '/v1/dossiers/{code}/recall',
    summary: 'Recalls a result that was handed to the wrong person',
    body: z
      .strictObject({
        reason: severalLines(3, 1000),
        /** Whether the paper is back at the office. */
        recovered: z.boolean(),
      })
      .meta({ id: 'ResultRecall' }),
    answer,
    problems,
    takesIfMatch: true,
  }),
  returnAgain: operation({
    ...here,
    id: 'returnAgain',
    path: '/v1/dossiers/{code}/recall/return',
    summary: 'Records that a recalled result reached its owner',
    body: collectionBody.meta({ id: 'Collection' }),
    answer,
    problems,
    takesIfMatch: true,
  }),
} as const;
