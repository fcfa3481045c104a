import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { generatedDocuments, staleDocuments } from '../../../tools/generate-docs.ts';

test('the committed documents are what the generator makes of the code now', async () => {
  expect(await staleDocuments(), 'run npm run generate').toEqual([]);
});

test('the generator gives the same bytes every time', async () => {
  expect(await generatedDocuments()).toEqual(await generatedDocuments());
});

test('--check exits with 0 when nothing is stale', () => {
  const script = fileURLToPath(new URL('../../../tools/generate-docs.ts', import.meta.url));
  expect(() => execFileSync(process.execPath, [script, '--check'])).not.toThrow();
});

test('every operation is documented once, and every reference in the document leads somewhere', () => {
  const text = readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8');
  const document = JSON.parse(text);
  const documented = Object.entries<Record<string, { operationId: string }>>(document.paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [operationId, method, path]),
  );
  expect(documented.toSorted()).toEqual(
    allOperations.map(({ id, method, path }) => [id, method.toLowerCase(), path]).toSorted(),
  );
  const references = [...text.matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, path = '']) => path);
  const dangling = references.filter(
    path => path.split('/').reduce((at, key) => at?.[key], document) === undefined,
  );
  expect(dangling).toEqual([]);
});
