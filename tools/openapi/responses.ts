import * as z from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import type { Operation } from '../../schemas/api/operation.ts';
import { type ProblemCode, problemCodes } from '../../schemas/api/problem-codes.ts';
import { proposedChange } from '../../schemas/api/proposed-change.ts';
import { gatewayStatusesOf, problemsOf } from './problems-of.ts';

/** Body of API Gateway’s own answers. */
export const gatewayMessage = z
  .strictObject({ message: z.string() })
  .meta({ id: 'GatewayMessage', description: 'API Gateway’s own answer, without a stable code' });

/** The ETag of an answer: a read always has one, a change has one where it leads to a version. */
function tagOf({ method, answer }: Operation) {
  const version = '[0-9]{1,9}';
  if (method === 'POST')
    return answer.etag && { description: 'Version after the change, to be sent as If-Match', version };
  return {
    description: answer.etag
      ? 'Version and digest of the answer, to be sent as If-None-Match or If-Match'
      : 'Digest of the answer, to be sent as If-None-Match',
    version: answer.etag ? `${version}-[A-Za-z0-9_-]{22}` : '[A-Za-z0-9_-]{22}',
  };
}

export function successOf(operation: Operation): ZodOpenApiResponseObject {
  const { answer } = operation;
  const tag = tagOf(operation);
  return {
    description: answer.status === 201 ? 'Created' : 'Done',
    ...(tag && {
      headers: {
        ETag: {
          description: tag.description,
          required: true,
          schema: { type: 'string', pattern: `^"${tag.version}"$` },
        },
      },
    }),
    content: { 'application/json': { schema: answer.schema } },
  };
}

/** A second administrator must confirm it first. */
export const proposed: ZodOpenApiResponseObject = {
  id: 'Proposed',
  description: 'Nothing has changed yet: the change waits for a second administrator’s confirmation',
  headers: {
    ETag: {
      description: 'Version of the proposed change, to be sent as If-Match',
      required: true,
      schema: { type: 'string', pattern: '^"[0-9]{1,9}"$' },
    },
  },
  content: { 'application/json': { schema: proposedChange } },
};

/** Nothing has changed since the caller's last read. */
export const notModified: ZodOpenApiResponseObject = {
  id: 'NotModified',
  description: 'Nothing has changed since the ETag in `If-None-Match`',
};

/** Refusals by status: the codes of each, and API Gateway's own answers if it gives any. */
export function refusalsOf(
  operation: Operation,
  share: Share,
): Record<`${number}`, ZodOpenApiResponseObject> {
  const codes = problemsOf(operation);
  const gateway = new Set(gatewayStatusesOf(operation));
  const statuses = [...new Set([...codes.map(code => problemCodes[code].status), ...gateway])].sort(
    (a, b) => a - b,
  );
  const refusals: Record<`${number}`, ZodOpenApiResponseObject> = {};
  for (const status of statuses) {
    const here = codes.filter(code => problemCodes[code].status === status);
    refusals[`${status}`] = share(refusal(status, here, gateway.has(status)));
  }
  return refusals;
}

/** Whether the service itself says when to retry. */
function comesAgain(status: number, codes: readonly ProblemCode[]): boolean {
  if (status === 503 && codes.length > 0) return true;
  return codes.includes('request-in-progress') || codes.includes('quota-used-up');
}

const retryAfter = {
  description:
    'Seconds to wait before sending the same request again, until midnight in Vietnam where something is used up for the day; not sent by API Gateway itself',
  schema: { type: 'string' as const, pattern: '^[0-9]{1,5}$' },
};

function refusal(status: number, codes: readonly ProblemCode[], gateway: boolean): ZodOpenApiResponseObject {
  const lines = codes.map(code => `- \`${code}\`: ${problemCodes[code].en}`);
  if (gateway) lines.push('- `{"message": …}` from API Gateway itself');
  return {
    id: [status, ...codes, ...(gateway ? ['gateway'] : [])].join('.'),
    description: lines.join('\n'),
    ...(comesAgain(status, codes) && { headers: { 'Retry-After': retryAfter } }),
    content: {
      ...(codes.length > 0 && { 'application/problem+json': { schema: problemSchema(codes, status) } }),
      ...(gateway && {
        'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } },
      }),
    },
  };
}

/** Returns the same response for the same id, so that it appears once among the components. */
export type Share = (response: ZodOpenApiResponseObject) => ZodOpenApiResponseObject;

/** Only short lists of codes are shared; a long one belongs to its operation, and its name would say nothing. */
export function sharing(): Share {
  const known = new Map<string, ZodOpenApiResponseObject>();
  return response => {
    const { id = '', ...own } = response;
    if (id.length > 60) return own;
    const first = known.get(id) ?? response;
    known.set(id, first);
    return first;
  };
}

function problemSchema(codes: readonly ProblemCode[], status: number) {
  return {
    allOf: [{ $ref: '#/components/schemas/Problem' }],
    type: 'object' as const,
    properties: { code: { enum: [...codes] }, status: { const: status } },
    required: ['code', 'status'],
  };
}
