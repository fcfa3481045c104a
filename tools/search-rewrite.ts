// Has what older dossiers are found by written anew, through the administrator's API, page by page with its progress.
import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { searchRewritten } from '../schemas/api/operations/search.ts';
import { ADMINISTRATOR_OPTIONS, administratorClient } from './administrator-client.ts';
import { readOptions } from './read-options.mjs';

const HELP = readFileSync(new URL('./search-rewrite.help.txt', import.meta.url), 'utf8').trimEnd();

async function main(): Promise<void> {
  const { values } = readOptions(process.argv.slice(2), {
    command: 'npm run search:rewrite',
    positionals: 0,
    options: {
      ...ADMINISTRATOR_OPTIONS,
      cursor: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const administrator = await administratorClient(values);
  let looked = 0;
  let rewritten = 0;
  for (let cursor: string | null | undefined = values.cursor; cursor !== null; ) {
    const body: { cursor?: string } = cursor === undefined ? {} : { cursor };
    const page: z.infer<typeof searchRewritten> = await administrator
      .post('/v1/search/rewriting', body)
      .catch(error => {
        if (cursor !== undefined) console.error(`To go on from here: --cursor ${cursor}`);
        throw error;
      })
      .then(answer => searchRewritten.parse(answer.body));
    looked += page.looked;
    rewritten += page.rewritten;
    cursor = page.nextCursor;
    const upTo = page.upTo === null ? '' : `, up to those of ${page.upTo.slice(0, 10)}`;
    const line = `${looked} dossiers looked at${upTo}; ${rewritten} written anew`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}`);
    else if (looked % 5000 === 0 || cursor === null) console.log(line);
  }
  if (process.stdout.isTTY) process.stdout.write('\n');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
