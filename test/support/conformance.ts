import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'vitest';
import type { Operation } from '../../schemas/api/operation.ts';

/** Compares answers with the OpenAPI document and remembers which of those documented were seen. */
export interface Conformance {
  /** Fails when the answer is not as documented. Gives the code of a refusal, `gateway` for API Gateway's own. */
  check(
    operation: Operation,
    answer: { status: number; headers: Headers; body: unknown },
  ): string | undefined;
  /** Whether a refusal of an operation has not been asked for in the other language yet; true once for each. */
  unheard(operation: Operation, code: string): boolean;
  /** Every documented `operation status code` (success without code) that no answer had. */
  unseen(): string[];
}

interface Documented {
  readonly headers?: Record<string, { required?: boolean; schema: { pattern?: string } }>;
  /** Absent where the answer has no body. */
  readonly content?: Record<string, { schema: { properties?: { code?: { enum?: string[] } } } }>;
}

const ID = 'openapi';
const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** The document as committed, which is what the service serves. */
export function openConformance(): Conformance {
  const document = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, ID);
  const seen = new Set<string>();
  const heard = new Set<string>();
  const compiled = new Map<string, ValidateFunction>();

  /** A documented answer and where in the document it stands. */
  const find = (operation: Operation, status: string): { at: string; documented: Documented } | undefined => {
    const method = operation.method.toLowerCase();
    const entry = document.paths[operation.path]?.[method]?.responses[status];
    if (!entry) return undefined;
    const shared = /^#\/components\/responses\/(.+)$/.exec(entry.$ref ?? '')?.[1];
    if (shared)
      return { at: `/components/responses/${shared}`, documented: document.components.responses[shared] };
    return { at: `/paths/${escaped(operation.path)}/${method}/responses/${status}`, documented: entry };
  };
  const validatorOf = (reference: string): ValidateFunction => {
    const known = compiled.get(reference) ?? ajv.compile({ $ref: `${ID}#${encodeURI(reference)}` });
    compiled.set(reference, known);
    return known;
  };

  return {
    check(operation, { status, headers, body }) {
      const what = `${operation.method} ${operation.path} answered ${status} ${`${JSON.stringify(body)}`.slice(0, 600)}`;
      const found = find(operation, `${status}`);
      if (!found) throw new Error(`${what}: this status is not documented`);
      const type = headers.get('content-type')?.split(';')[0]?.trim() ?? '';
      if (!found.documented.content) {
        expect(body, `${what}: a body`).toBeUndefined();
        return undefined;
      }
      const content = found.documented.content[type];
      if (!content) throw new Error(`${what}: ${type} is not documented`);
      const validate = validatorOf(`${found.at}/content/${escaped(type)}/schema`);
      if (!validate(body)) throw new Error(`${what}: ${ajv.errorsText(validate.errors)}`);
      for (const [name, { required, schema }] of Object.entries(found.documented.headers ?? {})) {
        const value = headers.get(name);
        if (required) expect(value, `${what}: header ${name}`).toMatch(new RegExp(schema.pattern ?? ''));
      }
      const code = codeOf(type, status, body);
      seen.add([operation.id, status, ...(code ? [code] : [])].join(' '));
      return code;
    },
    unheard({ id }, code) {
      const first = !heard.has(`${id} ${code}`);
      heard.add(`${id} ${code}`);
      return first;
    },
    unseen: () => documentedIn(document, find).filter(line => !seen.has(line)),
  };
}

function codeOf(type: string, status: number, body: unknown): string | undefined {
  if (type === 'application/problem+json' && body !== null && typeof body === 'object' && 'code' in body)
    return String(body.code);
  return status >= 400 ? 'gateway' : undefined;
}

type Paths = Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;

function documentedIn(
  { paths }: { paths: Paths },
  find: (operation: Operation, status: string) => { documented: Documented } | undefined,
): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { operationId, responses }]) =>
      Object.keys(responses).flatMap(status => {
        const asked = { path, method: method.toUpperCase() } as Operation;
        const content = Object.entries(find(asked, status)?.documented.content ?? {});
        return content.flatMap(([type, { schema }]) => {
          if (status.startsWith('2')) return [`${operationId} ${status}`];
          if (type === 'application/json') return [`${operationId} ${status} gateway`];
          return (schema.properties?.code?.enum ?? []).map(code => `${operationId} ${status} ${code}`);
        });
      }),
    ),
  );
}
