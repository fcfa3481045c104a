import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;
const rows = [
  ...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(
    /^\| (.+) \| (.+#\d.*) \| \[.+\]\((.+)\) \|$/gm,
  ),
].map(([, fault = '', sources = '', file = '']) => ({ fault, sources: sources.split(', '), file }));

test('the table has its forty-six faults, and every file of tests', () => {
  expect(rows).toHaveLength(46);
  const files = readdirSync(folder).filter(name => name.endsWith('.test.ts') && name !== 'table.test.ts');
  const named = rows.map(({ file }) => file).filter(file => !file.startsWith('..'));
  expect([...new Set(named)].sort()).toEqual(files.sort());
});

test.each(rows)('$fault: the tests name every source', ({ sources, file }) => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(sources.filter(source => !text.includes(source))).toEqual([]);
});
