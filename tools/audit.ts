// Holds all records against what was anchored of each day, on an embedded host or on a deployment.
import { readFileSync } from 'node:fs';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { readStatement } from '../functions/domain/anchor/statement.ts';
import { archive } from '../functions/features/anchor/archive.ts';
import type { AuditDeps } from '../functions/features/anchor/audit-context.ts';
import type { AuditSlice } from '../functions/features/anchor/audit-day.ts';
import { auditEverything } from '../functions/features/anchor/audit-everything.ts';
import { s3Objects } from '../functions/features/anchor/s3-objects.ts';
import { kmsSigner } from '../functions/features/anchor/signer.ts';
import { dynamoItems } from '../functions/kernel/table/dynamo-items.ts';
import { dynamoDossierLists } from '../functions/records/lists/dossier-lists.ts';
import { openDossierWalk } from '../functions/records/projections/dossier-walk.ts';
import { openDossierServices } from '../functions/records/services.ts';
import { askHost, ofHost, type Whereabouts } from './audit/whereabouts.ts';
import { readOptions } from './read-options.mjs';
import { Refusal } from './refusal.mjs';

const HELP = readFileSync(new URL('./audit.help.txt', import.meta.url), 'utf8').trimEnd();

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  table: { type: 'string' },
  bucket: { type: 'string' },
  key: { type: 'string' },
  'public-key': { type: 'string' },
  province: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof readOptions<typeof OPTIONS>>['values'];

async function whereaboutsOf(values: Values): Promise<Whereabouts> {
  const { table, bucket, key, port = '8080', data = '.data' } = values;
  if (table !== undefined && bucket !== undefined) {
    if (key !== undefined || values['public-key'] !== undefined) return { table, bucket, key };
  } else if (table === undefined && bucket === undefined) {
    askHost(Number(port), data);
    return ofHost();
  }
  throw new Refusal({
    vi: 'Với hệ thống đã triển khai cần cả ba: --table, --bucket, và --key hoặc --public-key.',
    en: 'Of a deployment, all three are needed: --table, --bucket, and --key or --public-key.',
  });
}

async function depsOf(values: Values): Promise<AuditDeps> {
  const { table: name, bucket, key } = await whereaboutsOf(values);
  const { table, organization } = openDossierServices(name);
  const items = dynamoItems(table);
  const kept = archive(s3Objects(new S3Client({ forcePathStyle: true }), bucket));
  const file = values['public-key'];
  const publicKeys =
    file === undefined
      ? [await kmsSigner(new KMSClient({}), key ?? '').publicKey()]
      : readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  const [first = ''] = await kept.days();
  const said = readStatement((await kept.signed(first))?.statement ?? '');
  return {
    ...openDossierWalk({ items, organization, lists: dynamoDossierLists(table) }, Date.now),
    items,
    archive: kept,
    publicKeys,
    province: values.province ?? said?.province ?? '',
    now: Date.now,
  };
}

async function main(): Promise<void> {
  const { values } = readOptions(process.argv.slice(2), {
    command: 'npm run audit',
    positionals: 0,
    options: OPTIONS,
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const sum = { days: new Set<string>(), looked: 0, found: 0 };
  for await (const slice of auditEverything(await depsOf(values))) {
    sum.days.add(slice.day);
    sum.looked += slice.looked;
    sum.found += slice.found.length;
    tellFindings(slice, values.json === true);
    tellProgress(slice, sum.looked);
  }
  if (process.stderr.isTTY) process.stderr.write('\n');
  const found = sum.found === 0 ? 'everything is as it was anchored' : `${sum.found} not as anchored`;
  console.error(`${sum.days.size} days, ${sum.looked} leaves of ledgers: ${found}`);
  if (sum.found > 0) process.exitCode = 1;
}

function tellFindings({ found }: AuditSlice, json: boolean): void {
  for (const { day, name, detail } of found)
    console.log(json ? JSON.stringify({ day, name, detail }) : `${day}  ${name}  ${detail}`);
}

/** A line that is written over where somebody looks on; otherwise a line a day. */
function tellProgress({ day, passed, size }: AuditSlice, looked: number): void {
  const line = `${day}: ${Math.max(0, passed - 1)} of ${size} ledgers; ${looked} in all`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (passed === size + 1) console.error(line);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
