import * as z from 'zod';
import { connection, deadLetters, finding, partyName, redriven, waitingDossier } from '../connection.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';

const params = z.strictObject({ party: partyName });
const read = { capability: 'connections', tag: 'Operations', action: 'connection.read' } as const;

export const connectionOperations = {
  listConnections: operation({
    ...read,
    id: 'listConnections',
    method: 'GET',
    path: '/v1/connections',
    summary: 'Every connection to an outside party: health, lag, failures, what waits',
    answer: { status: 200, schema: z.strictObject({ items: z.array(connection) }) },
    problems: [],
  }),
  listWaiting: operation({
    ...read,
    id: 'listWaiting',
    method: 'GET',
    path: '/v1/connections/{party}/waiting',
    summary: 'The dossiers waiting for a party and why, longest wait first',
    params,
    query: z.strictObject(pageQuery),
    answer: { status: 200, schema: pageOf(waitingDossier) },
    problems: ['parameter-invalid', 'cursor-invalid'],
  }),
  getDeadLetters: operation({
    ...read,
    id: 'getDeadLetters',
    method: 'GET',
    path: '/v1/connections/{party}/dead-letters',
    summary: 'The party’s dead letters',
    params,
    answer: { status: 200, schema: deadLetters },
    problems: ['parameter-invalid', 'not-found'],
  }),
  listFindings: operation({
    ...read,
    id: 'listFindings',
    method: 'GET',
    path: '/v1/findings',
    summary: 'Findings of the nightly comparison with the ledgers, for a day',
    query: z.strictObject({
      ...pageQuery,
      on: z.iso.date().meta({ description: 'The day whose changes were compared, `2026-11-25`' }),
    }),
    answer: { status: 200, schema: pageOf(finding) },
    problems: ['parameter-invalid', 'cursor-invalid'],
  }),
  redriveConnection: operation({
    id: 'redriveConnection',
    method: 'POST',
    path: '/v1/connections/{party}/redrive',
    capability: 'connections',
    tag: 'Operations',
    summary: 'Retries waiting dossiers and dead letters now',
    action: 'connection.manage',
    params,
    answer: { status: 200, schema: redriven },
    problems: ['parameter-invalid', 'not-found'],
  }),
} as const;
