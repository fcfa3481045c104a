import { readOptions, tellFailure, wholeNumber } from '../support/command-line.ts';
import { killRun } from './kill-run.ts';
import { killTable } from './kill-table.ts';

const HELP = `npm run kills -- [options]

Kills the embedded host under load again and again, at moments drawn from a seed, and audits what it kept.

  --kills N    how often (50)
  --seed N     what the moments and the load are drawn from (7)
  --speed N    how many times faster the host's time runs (60)
  --clients N  clients at once (10)
  --help       this text`;

const OPTIONS = {
  kills: { type: 'string', default: '50' },
  seed: { type: 'string', default: '7' },
  speed: { type: 'string', default: '60' },
  clients: { type: 'string', default: '10' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Whether nothing was found. Throws an ArgumentError for arguments that cannot be used. */
async function main(): Promise<boolean> {
  const command = { command: 'npm run kills', options: OPTIONS };
  const { values } = readOptions(process.argv.slice(2), command);
  if (values.help) {
    console.log(HELP);
    return true;
  }
  const run = {
    kills: wholeNumber('--kills', values.kills, 1, 100_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    speed: wholeNumber('--speed', values.speed, 1, 1_000_000),
    clients: wholeNumber('--clients', values.clients, 1, 512),
    say: (line: string) => console.log(line),
  };
  const report = await killRun(run);
  console.log(`\n${killTable(run, report)}`);
  if (report.findings.length === 0) return true;
  console.error(
    `\n${report.findings.length} findings. The same moments again: --kills ${run.kills} --seed ${run.seed}`,
  );
  return false;
}

try {
  process.exit((await main()) ? 0 : 1);
} catch (error) {
  process.exit(tellFailure(error));
}
