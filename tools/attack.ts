// Attacks a running embedded host, and says what held.
import { readFileSync } from 'node:fs';
import type { Attack } from './attack/attack.ts';
import { CLASSES } from './attack/classes.ts';
import { Target } from './attack/target.ts';
import { readOptions } from './read-options.mjs';
import { Refusal } from './refusal.mjs';

const HELP = readFileSync(new URL('./attack.help.txt', import.meta.url), 'utf8').trimEnd();

type Outcome = 'held' | 'broken' | 'not tried';

async function tried(attack: Attack, target: Target): Promise<readonly [Outcome, string]> {
  try {
    const broken = await attack.run(target);
    return broken === undefined ? ['held', ''] : ['broken', broken];
  } catch (error) {
    return ['not tried', error instanceof Error ? error.message : String(error)];
  }
}

async function main(): Promise<void> {
  const { values } = readOptions(process.argv.slice(2), {
    command: 'npm run attack',
    positionals: 0,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      only: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = Number(values.port ?? '8080');
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new Refusal({
      vi: `Cổng phải là số nguyên từ 1 đến 65534, không phải “${values.port}”.`,
      en: `The port must be a whole number from 1 to 65534, not “${values.port}”.`,
    });
  const target = new Target(port, values.data ?? '.data', port + 1);
  await demandHost(target);
  const counts: Record<Outcome, number> = { held: 0, broken: 0, 'not tried': 0 };
  for (const { name, attacks } of CLASSES)
    for (const attack of attacks) {
      if (values.only !== undefined && !`${name} ${attack.tries}`.includes(values.only)) continue;
      const [outcome, why] = await tried(attack, target);
      counts[outcome] += 1;
      console.log(`${outcome.padEnd(9)} ${name}: ${attack.tries}${why === '' ? '' : ` – ${why}`}`);
    }
  console.log(`${counts.held} held, ${counts.broken} broken, ${counts['not tried']} not tried`);
  if (counts.broken > 0 || counts['not tried'] > 0 || counts.held === 0) process.exitCode = 1;
}

/** Only an embedded host gives development tokens: nothing else is ever attacked. */
async function demandHost(target: Target): Promise<void> {
  const given = await target.token({ kind: 'citizen', id: '025190009911', level: 2 }).catch(() => undefined);
  if (given !== undefined) return;
  throw new Refusal({
    vi: `Không có máy chủ giả lập nào trả lời tại 127.0.0.1:${target.port}: hãy chạy npm start, hoặc nêu số cổng bằng --port.`,
    en: `No embedded host answers at 127.0.0.1:${target.port}: run npm start, or name its port with --port.`,
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
