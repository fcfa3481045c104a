import { expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import { openApiDocument } from '../../../tools/openapi/document.ts';

/** Components of the document that hold a person’s data. A new one of that kind belongs here. */
const PERSONAL = ['Applicant', 'ApplicantName', 'HistoryEntry', 'AccessRecord'];

interface Documented {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Record<string, unknown> }>>>>;
}

/** Every component a part of the document leads to. */
function componentsIn(part: unknown, document: Documented, known = new Set<string>()): ReadonlySet<string> {
  for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (known.has(name)) continue;
    known.add(name);
    componentsIn(document.components.schemas[name], document, known);
  }
  return known;
}

test('what shows a person’s data is recorded', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as Documented;
  const showing = allOperations.filter(({ path, method, answer }) => {
    const responses = document.paths[path]?.[method.toLowerCase()]?.responses;
    const reached = componentsIn(responses?.[`${answer.status}`], document);
    return PERSONAL.some(name => reached.has(name));
  });
  expect(showing.map(({ id }) => id)).toEqual(expect.arrayContaining(['getDossier', 'getHistory']));
  expect(showing.filter(({ recordsReads }) => !recordsReads).map(({ id }) => id)).toEqual([]);
});
