// Measures the application on the embedded host: `npm run bench -- --help`.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { ArgumentError, tellFailure } from '../test/support/command-line.ts';
import { type BenchOptions, HELP, type Part, readBenchArguments } from './arguments.ts';
import { alarmsPart } from './parts/alarms.ts';
import { type BenchContext, openContext } from './parts/context.ts';
import { costPart } from './parts/cost.ts';
import { dossiersPart } from './parts/dossiers.ts';
import { filesPart } from './parts/files.ts';
import { functionsPart } from './parts/functions.ts';
import { lagPart } from './parts/lag.ts';
import { legalClockPart } from './parts/legal-clock.ts';
import { pagesPart } from './parts/pages.ts';
import { paymentsPart } from './parts/payments.ts';
import { type PartReport, renderPart, renderTargets } from './report.ts';

const parts: Readonly<Record<Part, (context: BenchContext) => Promise<PartReport>>> = {
  functions: functionsPart,
  cost: costPart,
  dossiers: dossiersPart,
  lag: lagPart,
  alarms: alarmsPart,
  payments: paymentsPart,
  pages: pagesPart,
  files: filesPart,
  'legal-clock': legalClockPart,
};

const started = performance.now();
const say = (line: string) =>
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);

async function main(options: BenchOptions): Promise<void> {
  const machine = {
    at: new Date().toISOString(),
    node: process.version,
    processors: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGB: Math.round(totalmem() / 1e9),
  };
  console.log(
    `Một Cửa, measured ${machine.at.slice(0, 10)}: ${machine.processors} × ${machine.model}, ${machine.memoryGB} GB, Node ${machine.node}${options.quick ? ', quick: small sizes' : ''}`,
  );
  const context = openContext({ quick: options.quick, say });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void context.end(options.keep).then(() => process.exit(130)));
  }
  const reports: [Part, PartReport][] = [];
  const failed: Partial<Record<Part, string>> = {};
  try {
    for (const part of options.only) {
      try {
        const report = await parts[part](context);
        console.log(renderPart(report));
        reports.push([part, report]);
      } catch (error) {
        // What the other parts measure is not lost with it.
        failed[part] = error instanceof Error ? error.message : String(error);
        console.error(error);
      }
    }
  } finally {
    await context.end(options.keep);
  }
  const targets = reports.flatMap(([, report]) => report.targets);
  if (targets.length > 0) console.log(renderTargets(targets));
  const figures = Object.fromEntries(reports.map(([part, report]) => [part, report.figures]));
  const seconds = Math.round((performance.now() - started) / 1000);
  const json = { machine, quick: options.quick, seconds, failed, targets, ...figures };
  if (options.json === undefined) console.log(`\n${JSON.stringify(json)}`);
  else {
    writeFileSync(options.json, `${JSON.stringify(json, undefined, 2)}\n`);
    say(`The figures are in ${options.json}`);
  }
  const names = Object.keys(failed);
  if (names.length > 0) throw new Error(`These parts could not be measured: ${names.join(', ')}.`);
}

/** Told before the measuring, not after it. */
function demandWritable(file: string): void {
  try {
    writeFileSync(file, '', { flag: 'a' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ArgumentError(`The figures cannot be written to ${file}: ${why}`, { cause });
  }
}

try {
  const options = readBenchArguments(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else {
    if (options.json !== undefined) demandWritable(options.json);
    await main(options);
  }
} catch (error) {
  process.exitCode = tellFailure(error);
}
