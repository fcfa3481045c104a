// Imports procedures from a file into a running province, through the administrator's API, and reports what became of each row.
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { detectShape } from '../functions/features/catalogue/import/detect-shape.ts';
import { type ImportReport, importReport } from '../schemas/api/operations/catalogue.ts';
import { ADMINISTRATOR_OPTIONS, administratorClient } from './administrator-client.ts';
import { parseJsonFile } from './json-file.ts';
import { readOptions } from './read-options.mjs';

const HELP = readFileSync(new URL('./catalogue-import.help.txt', import.meta.url), 'utf8').trimEnd();

/** Rows sent in one request. */
const BATCH = 100;

type Row = ImportReport['rows'][number];

/** The rows of the file and the shape they are in; the portal's own wrappers are looked through. */
function readRows(file: string): {
  shape: 'motcua' | 'nationalCrawl' | 'layThuTuc';
  rows: readonly unknown[];
} {
  const parsed = parseJsonFile(file);
  const own = z.array(z.looseObject({ procedure: z.looseObject({ code: z.string() }) })).safeParse(parsed);
  if (own.success && own.data.length > 0) return { shape: 'motcua', rows: own.data };
  const found = detectShape(parsed);
  if (found.shape === 'unknown') throw new Error(`${file}: ${found.because}`);
  return { shape: found.shape, rows: found.rows };
}

function summary(rows: readonly Row[]): string {
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const warnings = new Map<string, number>();
  for (const row of rows) {
    for (const code of new Set(row.warnings.map(warning => warning.code)))
      warnings.set(code, (warnings.get(code) ?? 0) + 1);
  }
  const lines = [
    `${rows.length} rows: ${count(row => row.outcome === 'accepted')} accepted, ${count(row => row.outcome === 'acceptedWithWarnings')} accepted with warnings, ${count(row => row.outcome === 'refused')} refused.`,
    `Of these ${count(row => row.change === 'new')} new, ${count(row => row.change === 'changed')} changed, ${count(row => row.change === 'unchanged')} unchanged; ${count(row => row.state === 'open')} open for dossiers, ${count(row => row.state === 'closed')} closed (a limit or a workflow is missing).`,
    ...[...warnings]
      .sort((a, b) => b[1] - a[1])
      .map(([code, rowsWith]) => `  ${String(rowsWith).padStart(5)}  ${code}`),
    ...rows
      .filter(row => row.outcome === 'refused')
      .map(row => `  refused: row ${row.index + 1}, ${row.code ?? 'no code'}: ${row.refusedBecause}`),
  ];
  return lines.join('\n');
}

async function main(): Promise<void> {
  const { values, positionals } = readOptions(process.argv.slice(2), {
    command: 'npm run catalogue:import',
    positionals: 1,
    options: {
      ...ADMINISTRATOR_OPTIONS,
      report: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [file] = positionals;
  if (values.help || file === undefined) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const { shape, rows } = readRows(file);
  const admin = await administratorClient(values);
  const done: Row[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const items = rows.slice(start, start + BATCH);
    const { body } = await admin.post('/v1/procedures/import', { shape, items });
    done.push(...z.parse(importReport, body).rows.map(row => ({ ...row, index: start + row.index })));
    if (process.stdout.isTTY) process.stdout.write(`\r${done.length} of ${rows.length} rows`);
    else if (done.length % 500 === 0) console.log(`${done.length} of ${rows.length} rows`);
  }
  if (process.stdout.isTTY) process.stdout.write('\r');
  console.log(summary(done));
  if (values.report) writeFileSync(values.report, `${JSON.stringify(done, undefined, 2)}\n`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
