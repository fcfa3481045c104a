import { readFileSync } from 'node:fs';
import { readOptions, tellFailure, wholeNumber } from '../../support/command-line.ts';
import { paymentRun } from './payment-run.ts';
import { paymentTable } from './payment-table.ts';

const HELP = readFileSync(new URL('./payment-audit.help.txt', import.meta.url), 'utf8').trimEnd();

const OPTIONS = {
  payments: { type: 'string', default: '500' },
  kills: { type: 'string', default: '20' },
  seed: { type: 'string', default: '7' },
  repeats: { type: 'string', default: '1000' },
  speed: { type: 'string', default: '4' },
  clients: { type: 'string', default: '6' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Real milliseconds between two lines of progress, where they do not take one another's place. */
const STEP = 15_000;

/** Whether nothing was found. Throws an ArgumentError for arguments that cannot be used. */
async function main(): Promise<boolean> {
  const { values } = readOptions(process.argv.slice(2), { command: 'npm run payments', options: OPTIONS });
  if (values.help) {
    console.log(HELP);
    return true;
  }
  const run = {
    payments: wholeNumber('--payments', values.payments, 1, 100_000),
    kills: wholeNumber('--kills', values.kills, 0, 10_000),
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    repeats: wholeNumber('--repeats', values.repeats, 1, 100_000),
    speed: wholeNumber('--speed', values.speed, 1, 1000),
    clients: wholeNumber('--clients', values.clients, 1, 512),
    say: (line: string) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${line}`),
    progress: progressLine(),
    enough: ended(),
  };
  const report = await paymentRun(run);
  console.log(`\n${paymentTable(run, report)}`);
  if (report.findings.length === 0) return true;
  const again = `--payments ${run.payments} --kills ${run.kills} --seed ${run.seed}`;
  console.error(`\n${report.findings.length} findings. The same moments again: ${again}`);
  return false;
}

/** Ctrl-C once ends the paying; a second time, everything. */
function ended(): AbortSignal {
  const enough = new AbortController();
  process.once('SIGINT', () => enough.abort());
  return enough.signal;
}

function progressLine(): (line: string) => void {
  let last = 0;
  return line => {
    if (process.stderr.isTTY) process.stderr.write(`\r${line.padEnd(80)}`);
    else if (performance.now() - last > STEP) {
      last = performance.now();
      process.stderr.write(`${line}\n`);
    }
  };
}

try {
  process.exit((await main()) ? 0 : 1);
} catch (error) {
  process.exit(tellFailure(error));
}
