// Proposes a workflow template for many procedures of a running province, through the administrator's API; without
// --apply it only reports.
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import {
  readWorkflowTemplate,
  workflowTemplateIds,
  workflowTemplateNamed,
} from '../province/workflow-templates.ts';
import { type TemplateReport, templateReport } from '../schemas/api/operations/catalogue.ts';
import { proposedChange } from '../schemas/api/proposed-change.ts';
import type { ApiClient } from '../start/api-client.ts';
import { ADMINISTRATOR_OPTIONS, administratorClient } from './administrator-client.ts';
import { readOptions } from './read-options.mjs';

const HELP = readFileSync(new URL('./catalogue-workflows.help.txt', import.meta.url), 'utf8').trimEnd();

type Row = TemplateReport['rows'][number];

function readGiven() {
  return readOptions(process.argv.slice(2), {
    command: 'npm run catalogue:workflows',
    positionals: 1,
    options: {
      ...ADMINISTRATOR_OPTIONS,
      'approved-by': { type: 'string' },
      field: { type: 'string', multiple: true },
      ministry: { type: 'string' },
      code: { type: 'string', multiple: true },
      'competent-unit': { type: 'string' },
      consult: { type: 'string', multiple: true },
      'fee-before': { type: 'string' },
      replace: { type: 'boolean' },
      apply: { type: 'boolean' },
      after: { type: 'string' },
      report: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
type Options = ReturnType<typeof readGiven>['values'];

function orderOf(template: string, options: Options): Record<string, unknown> {
  const { field, ministry, code } = options;
  return {
    template: workflowTemplateIds().includes(template)
      ? workflowTemplateNamed(template)
      : readWorkflowTemplate(template),
    approvedBy: options['approved-by'],
    filter: { ...(field && { fields: field }), ...(ministry && { ministry }), ...(code && { codes: code }) },
    consulted: options.consult ?? [],
    ...(options['competent-unit'] && { competentUnit: options['competent-unit'] }),
    ...(options['fee-before'] && { feeDueBefore: options['fee-before'] }),
    replaceExisting: options.replace ?? false,
  };
}

/** Asks page after page; a page that fails says from where to go on. */
async function* pagesOf(
  client: ApiClient,
  order: object,
  from: string | undefined,
): AsyncGenerator<TemplateReport> {
  const run = crypto.randomUUID();
  for (let after = from ?? null, first = true; first || after !== null; first = false) {
    const body = { ...order, ...(after !== null && { after }) };
    const answer = await client
      .post('/v1/procedures/workflows', body, `${run}-${after ?? 'first'}`)
      .catch(cause => {
        const so = cause instanceof Error ? cause.message : String(cause);
        throw new Error(
          `${so}\n${after === null ? 'Nothing was reported.' : `Go on with --after ${after}.`}`,
          {
            cause,
          },
        );
      });
    const page = z.parse(templateReport, answer.body);
    yield page;
    after = page.next;
  }
}

function tally(rows: readonly (readonly { code: string }[])[]): string[] {
  const counts = new Map<string, number>();
  for (const remarks of rows)
    for (const code of new Set(remarks.map(remark => remark.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => `  ${String(count).padStart(5)}  ${code}`);
}

function summary(rows: readonly Row[], kept: number): string {
  const fitting = rows.filter(({ outcome }) => outcome === 'fit');
  const open = fitting.filter(({ state }) => state === 'open').length;
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  return [
    `${rows.length + kept} procedures looked at: ${fitting.length} would get the workflow, ${refused.length} refused,`,
    `${kept} left alone because they have one.`,
    `Of those that fit, ${open} would be open for dossiers, ${fitting.length - open} stay closed for another reason.`,
    ...(refused.length > 0
      ? ['Refused:', ...tally(refused.map(row => (row.refusedBecause ? [row.refusedBecause] : [])))]
      : []),
    ...(fitting.some(({ warnings }) => warnings.length > 0)
      ? ['Warnings:', ...tally(fitting.map(({ warnings }) => warnings))]
      : []),
  ].join('\n');
}

/** Proposes the whole order in one request, and says what has to happen next. */
async function proposed(client: ApiClient, order: object): Promise<string> {
  const body = { ...order, apply: true };
  const answer = await client.post('/v1/procedures/workflows', body, crypto.randomUUID());
  const change = proposedChange.safeParse(answer.body);
  if (!change.success) return 'It fits no procedure: nothing was proposed.';
  const { id, preview, confirmBefore } = change.data;
  const next = `a second administrator confirms it before ${confirmBefore}`;
  return `Proposed for ${preview.procedures} procedures as ${id}: ${next}.`;
}

async function main(): Promise<void> {
  const { values, positionals } = readGiven();
  const [template] = positionals;
  if (values.help || template === undefined || !values['approved-by']) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const order = orderOf(template, values);
  const client = await administratorClient(values);
  const rows: Row[] = [];
  let kept = 0;
  for await (const page of pagesOf(client, order, values.after)) {
    rows.push(...page.rows);
    kept += page.counts.kept;
    if (process.stdout.isTTY) process.stdout.write(`\r${rows.length + kept} procedures`);
  }
  if (process.stdout.isTTY) process.stdout.write('\r');
  console.log(summary(rows, kept));
  console.log(
    values.apply ? await proposed(client, order) : 'Nothing was changed. With --apply it is proposed.',
  );
  if (values.report) writeFileSync(values.report, `${JSON.stringify(rows, undefined, 2)}\n`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
