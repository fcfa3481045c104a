import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import {
  authorization,
  authorizationEnd,
  authorizationId,
  authorizationOrder,
} from '../../organization/authorization.ts';
import { operation } from '../operation.ts';

const ofUnit = z.strictObject({ code: agencyCode });
const here = { capability: 'organization', tag: 'Administration' } as const;
const list = z
  .strictObject({ items: z.array(authorization), version: z.int() })
  .meta({ id: 'AuthorizationList' });

export const authorizationOperations = {
  listAuthorizations: operation({
    ...here,
    id: 'listAuthorizations',
    method: 'GET',
    path: '/v1/units/{code}/authorizations',
    summary: 'Who signs for whom in a unit, from when to when; the newest first',
    action: 'organization.read',
    params: ofUnit,
    answer: { status: 200, schema: list, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  recordAuthorization: operation({
    ...here,
    id: 'recordAuthorization',
    method: 'POST',
    path: '/v1/units/{code}/authorizations',
    summary:
      'Records that an officer signs for the unit: in their own right, for a collective, or in another’s place',
    action: 'organization.manage',
    params: ofUnit,
    body: authorizationOrder,
    answer: { status: 201, schema: authorization, etag: true },
    problems: [
      'request-invalid',
      'parameter-invalid',
      'unit-unknown',
      'authorization-not-allowed',
      'authorization-overlaps',
      'authorization-gap',
      'version-conflict',
    ],
  }),
  endAuthorization: operation({
    ...here,
    id: 'endAuthorization',
    method: 'POST',
    path: '/v1/units/{code}/authorizations/{id}/end',
    summary: 'Ends an authorization before its last day',
    action: 'organization.manage',
    params: z.strictObject({ code: agencyCode, id: authorizationId }),
    body: authorizationEnd,
    answer: { status: 200, schema: authorization, etag: true },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'version-conflict'],
  }),
} as const;
