import { measures } from '../files/measures.ts';
import type { PartReport } from '../report.ts';
import type { BenchContext } from './context.ts';

/** What is done with files, one after the other. */
export async function filesPart(context: BenchContext): Promise<PartReport> {
  const done: [string, Omit<PartReport, 'title'>][] = [];
  for (const [name, measure] of Object.entries(measures)) done.push([name, await measure(context)]);
  return {
    title: 'Files',
    tables: done.flatMap(([, { tables }]) => tables),
    targets: done.flatMap(([, { targets }]) => targets),
    figures: Object.fromEntries(done.map(([name, { figures }]) => [name, figures])),
  };
}
