import { describe, expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { openApiDocument } from '../../../tools/openapi/document.ts';
import { examples } from '../../../tools/openapi/examples.ts';
import { plainPattern } from '../../../tools/openapi/plain-pattern.ts';

const document = JSON.parse(JSON.stringify(openApiDocument()));

/** Every object within a value, with where it stands. */
function* objectsWithin(value: unknown, at = ''): Generator<[string, Record<string, unknown>]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
  for (const [name, member] of Object.entries(value)) yield* objectsWithin(member, `${at}/${name}`);
}

describe('the document', () => {
  test('has only patterns that other languages read alike', () => {
    const patterns = [...objectsWithin(document)].flatMap(([, { pattern }]) =>
      typeof pattern === 'string' ? [pattern] : [],
    );
    expect(patterns.length).toBeGreaterThan(100);
    // Look-around, back references, properties and classes of Unicode: what RE2, Rust or Python do not have, or read
    // otherwise.
    const foreign = /\(\?[=!<]|\\[pPdDwWsSbBkuxc1-9/]|\[\[/;
    expect(patterns.filter(pattern => foreign.test(pattern))).toEqual([]);
  });

  test.each([
    ['^\\d{3}$', '^[0-9]{3}$'],
    ['^[a-z\\d_]+\\w$', '^[a-z0-9_]+[A-Za-z0-9_]$'],
    ['^[^\\]\\d]\\/$', '^[^\\]0-9]/$'],
  ])('writes %s as %s', (pattern, plain) => {
    const schema = { pattern };
    plainPattern(schema);
    expect(schema.pattern).toBe(plain);
  });

  test('describes every operation, tag and parameter', () => {
    for (const path of Object.values(document.paths) as Record<string, Record<string, string>>[]) {
      for (const operation of Object.values(path)) expect(operation['description']).toMatch(/\w{3,}/);
    }
    const named = document.tags.map(({ name }: { name: string }) => name);
    expect(named).toEqual(expect.arrayContaining([...new Set(allOperations.map(({ tag }) => tag))]));
    const mute = [...objectsWithin(document)].filter(([, each]) => {
      if (typeof each['in'] !== 'string' || typeof each['schema'] !== 'object') return false;
      const schema = each['schema'] as Record<string, unknown>;
      return !each['description'] && !schema['description'] && !schema['$ref'];
    });
    expect(mute.map(([at]) => at)).toEqual([]);
  });

  test('asks for nothing in a request that has a default', () => {
    const asked = [...objectsWithin(document)].filter(([at]) => /\/(requestBody|parameters)\//.test(at));
    const wrong = asked.filter(([, { required, properties }]) =>
      (Array.isArray(required) ? required : []).some(
        name => (properties as Record<string, { default?: unknown }>)?.[name]?.default !== undefined,
      ),
    );
    expect(wrong.map(([at]) => at)).toEqual([]);
  });

  test.each(allOperations.filter(({ body }) => body).map(each => [each.id, each] as const))(
    'has an example of %s that is taken as it stands',
    (id, { body }) => {
      const given = Object.values(examples[id] ?? {});
      expect(given.length).toBeGreaterThan(0);
      for (const { value } of given) expect(body?.safeParse(value).error?.issues).toBeUndefined();
    },
  );
});
