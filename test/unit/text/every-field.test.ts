import { expect, test } from 'vitest';
import * as z from 'zod';
import { allOperations } from '../../../schemas/api/operations/all.ts';

/**
 * Decomposed, with blanks at its end: a kind of text takes none of these as it is, a bare string all that are long
 * enough.
 */
const PROBES = ['e\u0301a ', 'Ho\u0300a\u0300  '.padEnd(10), 'e\u0301 '.repeat(30)];

/**
 * What is no text of people, by the end of its path: opaque, or compared with what is known and refused if it is not
 * there.
 */
const NO_TEXT: Readonly<Record<string, string>> = {
  cursor: 'given by the answer before',
  component: 'id of a paper in the procedure',
  'components/*': 'id of a paper in the procedure',
  kind: 'code of a ground of law/pauses.json',
  feeDueBefore: 'id of a step',
  handling: 'codes of states with commas between them',
  assignee: 'account',
  'calendar/id': 'code',
  'calendar/version': 'code',
  'officeHours/id': 'code',
  'officeHours/version': 'code',
  'rules/id': 'code',
  'rules/version': 'code',
  'verifyResult/query/sha256': 'digest of a file',
  'explainDeadline/body/calendar': 'id of a calendar',
  'explainDeadline/body/officeHours': 'id of office hours',
  'assignPayment/params/transaction': 'given by the list',
  'notifyPlatform/body/<name>': 'name of a field of somebody else’s message, read by its own rules',
  'notifyBank/body/<name>': 'the same',
  'tellLandTax/body/<name>': 'the same',
  'formData/<name>': 'name of a field of the form: compared by digest, so kept as it came',
  'formData/*/<name>': 'the same in a row',
  'formData/*/*/<name>': 'the same in a row of a table',
};

const seen = new Set<string>();

/**
 * Every string that a schema may take, by its path: `*` any place of a list or member of a record, `<name>` a
 * record's own names.
 */
function* strings(schema: z.core.$ZodType, path: string): Generator<readonly [string, z.core.$ZodType]> {
  const { def } = schema._zod as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'object':
      for (const [name, member] of Object.entries(def.shape)) yield* strings(member, `${path}/${name}`);
      break;
    case 'array':
      yield* strings(def.element, `${path}/*`);
      break;
    case 'record':
      yield* strings(def.keyType, `${path}/<name>`);
      yield* strings(def.valueType, `${path}/*`);
      break;
    case 'union':
      for (const option of def.options) yield* strings(option, path);
      break;
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
      yield* strings(def.innerType, path);
      break;
    case 'pipe':
      yield* strings(def.in, path);
      break;
    case 'string':
      yield [path, schema];
      break;
    case 'number':
    case 'int' as never:
    case 'boolean':
    case 'null':
    case 'literal':
    case 'enum':
    case 'unknown':
      break;
    default:
      throw new Error(`${path}: what may a ${def.type} take?`);
  }
}

const takesAsItIs = (schema: z.core.$ZodType) =>
  PROBES.some(probe => {
    const read = z.safeParse(schema, probe);
    return read.success && read.data === probe;
  });

const places = allOperations.flatMap(operation =>
  (['body', 'query', 'params'] as const).flatMap(part => {
    const schema: z.core.$ZodType | undefined = operation[part as 'body' & keyof typeof operation];
    return schema === undefined ? [] : [...strings(schema, `${operation.id}/${part}`)];
  }),
);

test('every text that comes in is of a kind of schemas/text.ts, but for codes, ids and digests that are named here', () => {
  const bare = places
    .filter(([path, schema]) => {
      const exception = Object.keys(NO_TEXT).find(end => path === end || path.endsWith(`/${end}`));
      if (exception !== undefined) seen.add(exception);
      return exception === undefined && takesAsItIs(schema);
    })
    .map(([path]) => path);
  expect(bare).toEqual([]);
  expect(places.length).toBeGreaterThan(200);
});

test('no exception is left that nothing needs', () => {
  expect(Object.keys(NO_TEXT).filter(end => !seen.has(end))).toEqual([]);
});
