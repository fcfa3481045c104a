import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { PartReport } from '../report.ts';
import type { BenchContext } from './context.ts';

const program = fileURLToPath(new URL('../legal-clock.bench.ts', import.meta.url));
const result = z.looseObject({ perSecond: z.record(z.string(), z.number()) });

/** Due dates a second: the bench of the legal clock, in a process of its own. */
export async function legalClockPart({ quick, say }: BenchContext): Promise<PartReport> {
  say('Due dates a second …');
  const child = spawn(process.execPath, [program, '--json', ...(quick ? ['--seconds', '0.2'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', chunk => (said += String(chunk)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The bench of the legal clock ended with ${code}.`);
  const figures = z.parse(result, JSON.parse(said));
  const { perSecond, ...ratios } = figures;
  return {
    title: 'Legal clock',
    tables: [
      {
        head: ['', 'a second'],
        rows: Object.entries(perSecond).map(([name, rate]) => [name, rate.toLocaleString('en')]),
      },
      {
        head: ['', 'ratio'],
        rows: Object.entries(ratios).flatMap(([name, value]) =>
          typeof value === 'number' && name !== 'cpus' ? [[name, value.toFixed(2)]] : [],
        ),
      },
    ],
    targets: [],
    figures,
  };
}
