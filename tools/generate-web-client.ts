import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { openApiDocument } from './openapi/document.ts';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: JSONSchema;
}

type Content = Readonly<Record<string, { readonly schema: JSONSchema }>>;

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Named = readonly [name: string, schema: JSONSchema];

/**
 * The pages' client: every operation's method, path, parameters, body and answer as types, made from the API document
 * and nothing else, as any portal could.
 */
export async function webClient(): Promise<string> {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, JSONSchema> };
  };
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  );
  const schema: JSONSchema = {
    title: 'Operations',
    type: 'object',
    additionalProperties: false,
    definitions: document.components.schemas,
    ...members(operations.map(({ described }): Named => [described.operationId, shapeOf(described)])),
  };
  const types = await compile(JSON.parse(withLocalRefs(schema)) as JSONSchema, 'Operations', {
    bannerComment: '',
    style: { singleQuote: true, printWidth: 110 },
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
  });
  const routes = operations.map(
    ({ path, method, described }) => `  ${described.operationId}: '${method.toUpperCase()} ${path}',`,
  );
  return [
    '// Made from docs/openapi.json by npm run generate: do not edit.',
    '',
    '/** Method and path of every operation. */',
    `export const routes = {\n${routes.join('\n')}\n} as const;`,
    '',
    readable(types),
  ].join('\n');
}

/** What is sent and answered, as one object. */
function shapeOf({ parameters = [], requestBody, responses }: Described): JSONSchema {
  const of = (place: string) =>
    members(
      parameters.filter(each => each.in === place).map((each): Named => [each.name, each.schema ?? {}]),
      parameters.filter(each => each.in === place && each.required === true).map(({ name }) => name),
    );
  const answer = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  return {
    type: 'object',
    additionalProperties: false,
    ...members([
      ['params', { type: 'object', additionalProperties: false, ...of('path') }],
      ['query', { type: 'object', additionalProperties: false, ...of('query') }],
      ...bodyOf('body', requestBody?.content),
      ...bodyOf('answer', answer?.content),
    ]),
  };
}

function bodyOf(name: string, content: Content | undefined): Named[] {
  const json = content?.['application/json'];
  return json ? [[name, json.schema]] : [];
}

function members(named: readonly Named[], required: readonly string[] = named.map(([name]) => name)) {
  return { properties: Object.fromEntries(named), required: [...required] };
}

const withLocalRefs = (schema: JSONSchema) =>
  JSON.stringify(schema).replaceAll('#/components/schemas/', '#/definitions/');

/** Without the generator's own remarks, and each comment of one sentence on one line. */
function readable(types: string): string {
  return types
    .replaceAll(/\n \* ?\n \* This interface was referenced by[^\n]*\n \* via the `[a-z]+` "[^"]*"\./g, '')
    .replaceAll(
      /\/\*\*\n \* This interface was referenced by[^\n]*\n \* via the `[a-z]+` "[^"]*"\.\n \*\/\n/g,
      '',
    )
    .replaceAll(/\/\*\*\n \* ([^\n]*)\n \*\//g, '/** $1 */');
}
