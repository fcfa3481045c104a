import { assembly } from '../test/support/assembly.ts';
import { ArgumentError } from '../test/support/command-line.ts';
import { machineOf } from '../test/support/lifecycle/synthesized-machine.ts';
import { HELP, readArguments } from './arguments.ts';
import { progressLine } from './progress-line.ts';
import { reportOf } from './report.ts';
import { openSimulation } from './simulation.ts';

/** `npm run simulate`: the report goes to standard output, everything about real time to standard error. Gives the exit code. */
async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const definition = machineOf(await assembly(line => console.error(line))).text;
  const progress = progressLine(process.stderr, () => performance.now());
  const begun = performance.now();
  const simulation = await openSimulation(options, { definition, progress: progress.tell });
  let asked = 0;
  // The terminal sends Ctrl-C to npm, too, and npm hands it on: only a later one is meant to end it at once.
  process.on('SIGINT', () => {
    if (asked > 0 && performance.now() - asked > 1_000) process.exit(130);
    asked ||= performance.now();
    simulation.stop();
  });
  const outcome = await simulation.run();
  progress.close();
  process.stdout.write(reportOf(options, outcome));
  const seconds = (performance.now() - begun) / 1000;
  console.error(`${seconds.toFixed(1)} s, ${Math.round(options.dossiers / seconds)} dossiers/s`);
  if (outcome.findings.length > 0) return 1;
  return outcome.interrupted ? 130 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof ArgumentError)) throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
