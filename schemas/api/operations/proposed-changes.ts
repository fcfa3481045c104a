import * as z from 'zod';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { proposedChange, proposedChangeId, proposedChangeInFull, withdrawal } from '../proposed-change.ts';

const params = z.strictObject({ id: proposedChangeId });
const here = { capability: 'proposed-changes', tag: 'Administration' } as const;

export const proposedChangeOperations = {
  listProposedChanges: operation({
    ...here,
    id: 'listProposedChanges',
    method: 'GET',
    path: '/v1/proposed-changes',
    summary: 'Changes that administrators proposed, the newest first',
    action: 'proposedChange.read',
    query: z.strictObject(pageQuery),
    answer: { status: 200, schema: pageOf(proposedChange) },
    problems: ['parameter-invalid', 'cursor-invalid'],
  }),
  getProposedChange: operation({
    ...here,
    id: 'getProposedChange',
    method: 'GET',
    path: '/v1/proposed-changes/{id}',
    summary: 'A proposed change with all that it would do',
    action: 'proposedChange.read',
    params,
    answer: { status: 200, schema: proposedChangeInFull, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  confirmProposedChange: operation({
    ...here,
    id: 'confirmProposedChange',
    method: 'POST',
    path: '/v1/proposed-changes/{id}/confirm',
    summary: 'Confirms what another administrator proposed, so that it takes effect',
    action: 'proposedChange.confirm',
    params,
    takesIfMatch: true,
    answer: { status: 200, schema: proposedChange, etag: true },
    problems: [
      'parameter-invalid',
      'not-found',
      'four-eyes',
      'proposed-change-settled',
      'proposed-change-outdated',
      'unit-in-use',
      'precondition-failed',
      'version-conflict',
    ],
  }),
  withdrawProposedChange: operation({
    ...here,
    id: 'withdrawProposedChange',
    method: 'POST',
    path: '/v1/proposed-changes/{id}/withdraw',
    summary: 'Withdraws a proposed change, or turns it down',
    action: 'proposedChange.confirm',
    params,
    body: withdrawal,
    answer: { status: 200, schema: proposedChange, etag: true },
    problems: [
      'parameter-invalid',
      'request-invalid',
      'not-found',
      'proposed-change-settled',
      'version-conflict',
    ],
  }),
} as const;
