import { readFileSync } from 'node:fs';
import { readOptions, tellFailure, wholeNumber } from '../support/command-line.ts';
import { killRun } from './kill-run.ts';
import { killTable } from './kill-table.ts';

const HELP = readFileSync(new URL('./kill-audit.help.txt', import.meta.url), 'utf8').trimEnd();

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
