// OpenAPI 3.1 of the HTTP API, from the operations and their zod schemas: `docs/openapi.json`.
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import type { Operation } from '../../schemas/api/operation.ts';
import { allOperations, isPublic } from '../../schemas/api/operations/all.ts';
import { problem } from '../../schemas/api/problem.ts';
import { descriptions } from './descriptions.ts';
import { examples } from './examples.ts';
import { headersOf } from './headers.ts';
import { introduction, tags, tokens } from './introduction.ts';
import { plainPattern } from './plain-pattern.ts';
import {
  gatewayMessage,
  notModified,
  proposed,
  refusalsOf,
  type Share,
  sharing,
  successOf,
} from './responses.ts';

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
        description: introduction,
        contact: { name: 'The office of the province that runs this deployment (cơ quan vận hành)' },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: '/', description: 'The deployment that served this document' }],
      tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
      paths,
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: tokens,
          },
        },
        schemas: { Problem: problem, GatewayMessage: gatewayMessage },
      },
    },
    {
      override({ jsonSchema }) {
        dropSafeBounds(jsonSchema);
        plainPattern(jsonSchema);
      },
    },
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

function descriptionOf({ id }: Operation): string {
  const found = descriptions[id];
  if (found === undefined) throw new Error(`${id} is new: describe it in tools/openapi/descriptions.ts`);
  return found;
}

function examplesOf({ id }: Operation) {
  const found = examples[id];
  if (found === undefined)
    throw new Error(`${id} is new: give an example of its body in tools/openapi/examples.ts`);
  return { ...found };
}

function describe(operation: Operation, share: Share): ZodOpenApiOperationObject {
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: descriptionOf(operation),
    security: isPublic(operation) ? [] : [{ bearer: [] }],
    requestParams: {
      ...(operation.params && { path: operation.params }),
      ...(operation.query && { query: operation.query }),
      header: headersOf(operation),
    },
    ...(operation.body && {
      requestBody: {
        required: !operation.body.safeParse({}).success,
        content: { 'application/json': { schema: operation.body, examples: examplesOf(operation) } },
      },
    }),
    responses: {
      [`${operation.answer.status}`]: successOf(operation),
      ...(operation.proposes && { '202': share(proposed) }),
      ...(operation.method === 'GET' && { '304': share(notModified) }),
      ...refusalsOf(operation, share),
    },
  };
}
