// OpenAPI 3.1 of the HTTP API, from the operations and their zod schemas: `docs/openapi.json`.
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import type { Operation } from '../schemas/api/operation.ts';
import { allOperations, isPublic } from '../schemas/api/operations/all.ts';
import { problem } from '../schemas/api/problem.ts';
import { type ProblemCode, problemCodes } from '../schemas/api/problem-codes.ts';

const DESCRIPTION = `Back office of administrative procedures (thủ tục hành chính) of one province.

Refusals are \`application/problem+json\` (RFC 9457). Their \`code\` is stable and listed with each operation; titles and details are
for people, in Vietnamese unless \`Accept-Language\` asks for English.

API Gateway itself, before or around the functions, answers with \`{"message": …}\` instead: 401 without an
\`Authorization\` header, 404 for a path that is no route, 413 for a body over 10 MB, 429 when there are too many requests, 500 and 503
when a function fails or takes too long.`;

/** Body of what API Gateway answers itself. */
const gatewayMessage = z
  .strictObject({ message: z.string() })
  .meta({ id: 'GatewayMessage', description: 'What API Gateway answers itself, without a stable code' });

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .meta({
    param: { id: 'IdempotencyKey' },
    description:
      'The same key with the same request gets the first answer again; with another request it is refused',
  });
const ifMatch = z
  .string()
  .optional()
  .meta({
    param: { id: 'IfMatch' },
    description: 'The ETag held: a change to anything newer is refused with 412',
  });
const ifNoneMatch = z
  .string()
  .optional()
  .meta({
    param: { id: 'IfNoneMatch' },
    description: 'The ETag held: where the same would be answered again, 304 without a body is',
  });
const accessReason = z
  .string()
  .max(2700)
  .optional()
  .meta({
    param: { id: 'AccessReason' },
    description:
      'Why the caller reads, kept with the record of the read; the person whose data it is may read it. At most 300 characters, in percent-encoded UTF-8; no numbers of persons',
    example: 'X%C3%A1c%20minh%20theo%20c%C3%B4ng%20v%C4%83n%2012',
  });
const acceptLanguage = z
  .string()
  .optional()
  .meta({ param: { id: 'AcceptLanguage' }, description: 'vi (the default) or en', example: 'vi' });

/** Whether repeats with the same key get the first answer: of everything that is changed. What is for anybody changes nothing. */
export function keepsAnswers(operation: Operation): boolean {
  return operation.method === 'POST' && !isPublic(operation);
}

/** Every refusal an operation may give: its own, and those that all of its kind may give. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const common: ProblemCode[] = ['internal'];
  if (operation.body)
    common.push('body-not-json', 'body-missing', 'body-too-large', 'media-type-unsupported');
  if (operation.body?.safeParse({}).success) common.splice(common.indexOf('body-missing'), 1);
  // A malformed Idempotency-Key.
  if (operation.method === 'POST') common.push('parameter-invalid');
  if (keepsAnswers(operation)) common.push('idempotency-key-reused', 'request-in-progress');
  // A malformed Access-Reason, and a record that could not be written.
  if (operation.recordsReads) common.push('parameter-invalid', 'access-unrecorded');
  if (!isPublic(operation)) common.push('unauthenticated', 'forbidden');
  const order = new Map(Object.keys(problemCodes).map((code, index) => [code, index]));
  return [...new Set([...operation.problems, ...common])].sort(
    (a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
}

/** The statuses with which API Gateway answers requests to an operation by itself. */
export function gatewayStatusesOf(operation: Operation): number[] {
  return [
    ...(isPublic(operation) ? [] : [401]),
    ...(operation.params ? [404] : []),
    ...(operation.body ? [413] : []),
    429,
    500,
    503,
  ];
}

/** The document. Components are named by the ids the schemas give themselves; everything is in a stable order. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  const share = sharing();
  const inOrder = allOperations.toSorted((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
  for (const operation of inOrder) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = describe(operation, share);
    paths[operation.path] = path;
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Một Cửa',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      tags: ['Public', 'Catalogue', 'Dossiers', 'Tasks', 'Exports', 'Administration'].map(name => ({ name })),
      paths,
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'Token of a citizen, a portal or an officer from an issuer the province trusts',
          },
        },
        schemas: { Problem: problem, GatewayMessage: gatewayMessage },
      },
    },
    { override: ({ jsonSchema }) => dropSafeBounds(jsonSchema) },
  );
  return sorted(document);
}

/** Components in the order of their names. */
function sorted<D extends ReturnType<typeof createDocument>>(document: D): D {
  const byName = <V>(entries: Record<string, V> = {}) =>
    Object.fromEntries(Object.entries(entries).sort(([a], [b]) => compare(a, b)));
  const { schemas, parameters, responses, securitySchemes } = document.components ?? {};
  return {
    ...document,
    components: {
      schemas: byName(schemas),
      parameters: byName(parameters),
      responses: byName(responses),
      securitySchemes: byName(securitySchemes),
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whole numbers come with the bounds of what a double holds exactly, which say nothing. */
function dropSafeBounds(schema: { minimum?: number | undefined; maximum?: number | undefined }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function describe(operation: Operation, share: Share): ZodOpenApiOperationObject {
  const header = z.object({
    'Accept-Language': acceptLanguage,
    ...(operation.method === 'POST' && { 'Idempotency-Key': idempotencyKey }),
    ...(operation.method === 'GET' && { 'If-None-Match': ifNoneMatch }),
    ...(operation.takesIfMatch && { 'If-Match': ifMatch }),
    ...(operation.recordsReads && { 'Access-Reason': accessReason }),
  });
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    security: isPublic(operation) ? [] : [{ bearer: [] }],
    requestParams: {
      ...(operation.params && { path: operation.params }),
      ...(operation.query && { query: operation.query }),
      header,
    },
    ...(operation.body && {
      requestBody: {
        required: !operation.body.safeParse({}).success,
        content: { 'application/json': { schema: operation.body } },
      },
    }),
    responses: {
      [`${operation.answer.status}`]: successOf(operation),
      ...(operation.method === 'GET' && { '304': share(notModified) }),
      ...refusalsOf(operation, share),
    },
  };
}

/** The ETag of an answer: a read has always one, a change where it leads to a version. */
function tagOf({ method, answer }: Operation) {
  const version = '[0-9]{1,9}';
  if (method === 'POST')
    return answer.etag && { description: 'Version of what was changed, to be sent as If-Match', version };
  return {
    description: answer.etag
      ? 'Version and digest of what was answered, to be sent as If-None-Match or If-Match'
      : 'Digest of what was answered, to be sent as If-None-Match',
    version: answer.etag ? `${version}-[A-Za-z0-9_-]{22}` : '[A-Za-z0-9_-]{22}',
  };
}

function successOf(operation: Operation): ZodOpenApiResponseObject {
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

/** Nothing has changed since the caller read it. */
const notModified: ZodOpenApiResponseObject = {
  id: 'NotModified',
  description: 'What the caller holds, by its ETag in `If-None-Match`, stands',
};

/** Refusals by status: the codes of each, and API Gateway's own answers where it gives any. */
function refusalsOf(operation: Operation, share: Share): Record<`${number}`, ZodOpenApiResponseObject> {
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

function refusal(status: number, codes: readonly ProblemCode[], gateway: boolean): ZodOpenApiResponseObject {
  const lines = codes.map(code => `- \`${code}\`: ${problemCodes[code].en}`);
  if (gateway) lines.push('- `{"message": …}` from API Gateway itself');
  return {
    id: [status, ...codes, ...(gateway ? ['gateway'] : [])].join('.'),
    description: lines.join('\n'),
    content: {
      ...(codes.length > 0 && { 'application/problem+json': { schema: problemSchema(codes, status) } }),
      ...(gateway && {
        'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } },
      }),
    },
  };
}

/** Gives the same response for the same id, so that it stands once among the components. */
type Share = (response: ZodOpenApiResponseObject) => ZodOpenApiResponseObject;

/** Only short lists of codes are shared; a long one belongs to its operation, and its name would say nothing. */
function sharing(): Share {
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
