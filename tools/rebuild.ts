// Has everything that follows from ledgers compared with them and written anew, through the administrator's API, slice by slice.
import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { projectionsRebuilt } from '../schemas/api/operations/upkeep.ts';
import { ADMINISTRATOR_OPTIONS, administratorClient } from './administrator-client.ts';
import { readOptions } from './read-options.mjs';

const HELP = readFileSync(new URL('./rebuild.help.txt', import.meta.url), 'utf8').trimEnd();

type Slice = z.infer<typeof projectionsRebuilt>;

/** What all slices so far have found. */
interface Sum {
  looked: number;
  differing: number;
  units: number;
  readonly faults: Record<keyof Slice['faults'], number>;
  readonly heads: string[];
}

function add(sum: Sum, slice: Slice): void {
  sum.looked += slice.looked;
  sum.differing += slice.differing;
  sum.units += slice.units;
  for (const name of ['tasks', 'lists', 'work', 'search', 'money', 'counts'] as const)
    sum.faults[name] += slice.faults[name];
  sum.heads.push(...slice.heads);
}

/** How far it is, in one line. */
function lineOf({ looked, differing, units }: Sum, { upTo }: Slice): string {
  const day = upTo === null ? '' : `, up to ${upTo}`;
  const counted = units > 0 ? `; ${units} units counted` : '';
  return `${looked} dossiers looked at${day}: ${differing} not as their ledgers have them${counted}`;
}

/** What was found, by kind; nothing where all was right. */
function kindsOf({ faults }: Sum): string {
  const kinds = Object.entries(faults).filter(([, count]) => count > 0);
  return kinds.map(([name, count]) => `${name} ${count}`).join(', ');
}

async function main(): Promise<void> {
  const { values } = readOptions(process.argv.slice(2), {
    command: 'npm run rebuild',
    positionals: 0,
    options: {
      ...ADMINISTRATOR_OPTIONS,
      'only-tell': { type: 'boolean' },
      cursor: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const administrator = await administratorClient(values);
  const onlyTell = values['only-tell'] === true;
  const faults = { tasks: 0, lists: 0, work: 0, search: 0, money: 0, counts: 0 };
  const sum: Sum = { looked: 0, differing: 0, units: 0, faults, heads: [] };
  for (let cursor: string | null | undefined = values.cursor; cursor !== null; ) {
    const body: { onlyTell: boolean; cursor?: string } = { onlyTell, ...(cursor && { cursor }) };
    const slice: Slice = await administrator
      .post('/v1/projections/rebuild', body)
      .catch(error => {
        if (cursor !== undefined) console.error(`To go on from here: --cursor ${cursor}`);
        throw error;
      })
      .then(answer => projectionsRebuilt.parse(answer.body));
    add(sum, slice);
    cursor = slice.nextCursor;
    const line = lineOf(sum, slice);
    if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
    else if (sum.looked % 5000 === 0 || cursor === null) console.log(line);
  }
  if (process.stdout.isTTY) process.stdout.write('\n');
  tell(sum, onlyTell);
}

function tell(sum: Sum, onlyTell: boolean): void {
  const kinds = kindsOf(sum);
  if (kinds !== '') console.log(`${onlyTell ? 'Differ' : 'Written anew'}: ${kinds}`);
  for (const code of sum.heads)
    console.error(`${code}: its head is not what its ledger gives; nothing of it was written`);
  if (sum.heads.length > 0 || (onlyTell && (kinds !== '' || sum.differing > 0))) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
