import { parseArgs } from 'node:util';
import { killRun } from './kill-run.ts';
import { killTable } from './kill-table.ts';

/** Kills a host under load again and again and audits what it kept: `npm run kills -- --kills 50 --seed 7`. */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter(argument => argument !== '--'),
    options: {
      kills: { type: 'string', default: '50' },
      seed: { type: 'string', default: '7' },
      speed: { type: 'string', default: '60' },
      clients: { type: 'string', default: '10' },
    },
  });
  const number = (name: keyof typeof values): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1.`);
    return value;
  };
  const run = {
    kills: number('kills'),
    seed: number('seed'),
    speed: number('speed'),
    clients: number('clients'),
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

process.exit((await main()) ? 0 : 1);
