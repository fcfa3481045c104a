// Measures lists and searches on a large store: `npm run bench:lists -- --help`.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { tellFailure } from '../../test/support/command-line.ts';
import { renderPart, renderTargets } from '../report.ts';
import { LISTS_HELP, type ListBenchOptions, readListArguments } from './arguments.ts';
import { hotPart } from './hot/hot-part.ts';
import { MONDAY_READS } from './hot/read-load.ts';
import { listsPart, type MeasuredStore } from './lists-part.ts';
import { type ListCall, listCalls } from './measure/calls.ts';
import { type CountedReads, countReads } from './measure/count-reads.ts';
import { sampleOf } from './measure/sample.ts';
import { timeCalls } from './measure/time-calls.ts';
import { buildStore } from './store/build-store.ts';

const started = performance.now();
const say = (line: string) =>
  process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);

const HOT = 'hot';

async function main(options: ListBenchOptions): Promise<void> {
  const { seed, only } = options;
  const sizes = [options.dossiers, ...(options.compare > 0 ? [options.compare] : [])];
  const wanted = (call: ListCall) =>
    only.length === 0 || only.some(text => text !== HOT && call.name.includes(text));
  const hot = only.length === 0 || only.includes(HOT);
  const measured: MeasuredStore[] = [];
  let counted: CountedReads | undefined;
  for (const dossiers of sizes) {
    const size = { dossiers, seed };
    const store = await buildStore(size, { data: join(options.data, String(dossiers)), say });
    if (options.buildOnly) continue;
    const all = listCalls(sampleOf(size));
    const calls = all.filter(wanted);
    // The keys that reads go to are looked at in the large store.
    const beside = hot && dossiers === options.dossiers ? all.filter(({ name }) => name in MONDAY_READS) : [];
    say(`Counting what ${calls.length} calls read of ${dossiers.toLocaleString('en')} dossiers …`);
    const reads = await countReads(store, [...new Set([...calls, ...beside])]);
    counted ??= reads;
    say(`Timing them with ${options.clients.join(' and ')} clients, ${options.seconds} s each …`);
    const times = await timeCalls(store, calls, { ...options, say });
    measured.push({ dossiers, reads: reads.calls, times });
  }
  if (options.buildOnly) return;
  const [large, small] = measured;
  const parts = [
    ...(large && large.times.size > 0 ? [listsPart(large, small, options)] : []),
    ...(hot ? [await hotPart({ dossiers: options.dossiers, seed }, counted)] : []),
  ];
  const machine = {
    at: new Date().toISOString(),
    node: process.version,
    processors: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? 'unknown',
    load: loadavg().map(value => Math.round(value * 10) / 10),
  };
  console.log(
    `Một Cửa, measured ${machine.at.slice(0, 10)}: ${machine.processors} × ${machine.model}, Node ${machine.node}, load ${machine.load.join(' ')}`,
  );
  for (const part of parts) console.log(renderPart(part));
  const targets = parts.flatMap(part => part.targets);
  const missed = targets.filter(({ met }) => !met);
  if (targets.length > 0)
    console.log(`\n${targets.length - missed.length} of ${targets.length} targets are met.`);
  if (missed.length > 0) console.log(renderTargets(missed));
  const json = {
    machine,
    options,
    targets,
    parts: parts.map(({ title, figures }) => ({ title, ...figures })),
  };
  if (options.json === undefined) console.log(`\n${JSON.stringify(json)}`);
  else writeFileSync(options.json, `${JSON.stringify(json, undefined, 2)}\n`);
}

try {
  const options = readListArguments(process.argv.slice(2));
  if (options.help) console.log(LISTS_HELP);
  else await main(options);
} catch (error) {
  process.exitCode = tellFailure(error);
}
