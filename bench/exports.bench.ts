import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { rowOf } from '../functions/domain/lists/row-of.ts';
import { listEntry } from '../functions/domain/projections/list-entries.ts';
import { dynamoExportStore } from '../functions/features/exports/dynamo-export-store.ts';
import { exportScope } from '../functions/features/exports/export-scope.ts';
import { timeSortedId } from '../functions/kernel/ids/time-sorted-id.ts';
import { headItem } from '../functions/records/dossiers/change-items.ts';
import { keys } from '../functions/records/keys/keys.ts';
import { listItem, listItemKey } from '../functions/records/lists/list-items.ts';
import { bundleFunctions } from '../infra/bundling/bundle-functions.ts';
import { readPlan } from '../infra/manifests/read-plan.ts';
import { bootHost } from '../local/host/boot.ts';
import { silentLog } from '../local/host/log.ts';
import type { KnownCaller } from '../schemas/identity/known-caller.ts';
import type { StoredExport } from '../schemas/stored/export.ts';
import { type LocalTable, openLocalTable } from '../test/support/lifecycle/local-table.ts';
import { filed } from '../test/support/lifecycle/paper-dossier.ts';

/**
 * An export of `--rows` dossiers of one unit to CSV and to XLSX: the bundle of the worker as it is deployed, in a process of its own, on the
 * real table and the embedded host's object store. The reach is 100,000 rows in a minute and 256 MiB. `--names` has the
 * applicants named, each read recorded. `--json` prints the numbers only.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    names: { type: 'boolean', default: false },
    rows: { type: 'string', default: '100000' },
  },
});
const rows = Number(values.rows);
const say = (text: string) => void (values.json || console.log(text));

/** MiB of heap the worker gets: what is left of 256 beside code and buffers. */
const HEAP = 64;
/** MiB of each half of the young heap: rows live for a moment, and a large young heap only keeps more of the dead. */
const YOUNG = 2;

const UNIT = 'H44.101';
const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
const asker: KnownCaller = { kind: 'officer', id: 'tiepnhan.h44-101', unit: UNIT, roles: ['reception'] };

const { head } = filed('1.001193');
const labels = { procedureName: 'Đăng ký khai sinh (thủ tục cấp xã)', field: 'Hộ tịch', duplicates: [] };

/**
 * The items of the dossier at a place of the list, a minute after the one before: head, applicant, and entry in the
 * unit's list.
 */
function itemsAt(place: number): Record<string, unknown>[] {
  const code = `${UNIT}-${260_101 + (place % 28)}-${String(1 + Math.floor(place / 28)).padStart(4, '0')}`;
  const submittedAt = new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString();
  const dossier = { ...head, code, submittedAt, dueAt: submittedAt, owner: `owner-of-${place}` };
  const applicant = { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001' };
  const entry = listEntry({ kind: 'unit', unit: UNIT }, rowOf(dossier, labels), null);
  return [
    { ...keys.head(code), ...headItem(dossier, labels) },
    { ...keys.applicant(code), applicant },
    { ...listItemKey(entry), ...listItem(entry) },
  ];
}

/** Dossiers written at once: a transaction takes a hundred items. */
const AT_ONCE = 33;

/** Writes all dossiers. */
async function fill({ table }: LocalTable): Promise<void> {
  let next = 0;
  const writer = async () => {
    for (let from = next; from < rows; from = next) {
      next += AT_ONCE;
      const places = Array.from({ length: Math.min(AT_ONCE, rows - from) }, (_, step) => from + step);
      const puts = places.flatMap(itemsAt).map(Item => ({ Put: { TableName: table.name, Item } }));
      await table.client.send(new TransactWriteCommand({ TransactItems: puts }));
    }
  };
  await Promise.all(Array.from({ length: 4 }, writer));
}

function orderOf(format: 'csv' | 'xlsx'): StoredExport {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const wanted = {
    list: 'dossiers' as const,
    filters: {},
    ...(values.names && { expand: 'applicant' as const }),
  };
  return {
    id: timeSortedId('x_', now),
    state: 'queued',
    wanted,
    format,
    language: 'vi',
    reason: 'bench',
    askedBy: asker,
    scope: exportScope(wanted, asker),
    requestedAt: at,
    startedAt: null,
    finishedAt: null,
    run: 0,
    heldUntil: null,
    aliveUntil: new Date(now + 3_600_000).toISOString(),
    rows: 0,
    failure: null,
    file: null,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
const local = await openLocalTable();
const host = await bootHost({
  bare: true,
  dataFolder: join(folder, 'host'),
  port: 0,
  log: silentLog,
  clients: [credentials],
});
try {
  const worker = (await readPlan()).functions.get('export-worker');
  const bundle = worker && (await bundleFunctions([worker], join(folder, 'bundles'))).get(worker.name);
  const region = 'ap-southeast-1';
  const s3 = new S3Client({ region, endpoint: host.awsUrl, credentials });
  await s3.send(
    new CreateBucketCommand({
      Bucket: 'exports',
      CreateBucketConfiguration: { LocationConstraint: region },
    }),
  );
  say(`filling the table with ${rows} dossiers of one unit …`);
  await fill(local);
  const exports = dynamoExportStore(local.table);
  const endpoint = await local.table.client.config.endpoint?.();
  const real = `${endpoint?.protocol}//${endpoint?.hostname}:${endpoint?.port}`;
  const found = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const order = orderOf(format);
    await exports.add(order);
    const { stderr } = await promisify(execFile)(
      process.execPath,
      [
        `--max-old-space-size=${HEAP}`,
        `--max-semi-space-size=${YOUNG}`,
        fileURLToPath(new URL('./export-run.ts', import.meta.url)),
        join(bundle?.folder ?? '', 'index.mjs'),
        JSON.stringify({ export: order.id }),
      ],
      {
        env: {
          ...process.env,
          AWS_REGION: region,
          AWS_ACCESS_KEY_ID: credentials.accessKeyId,
          AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          AWS_ENDPOINT_URL: host.awsUrl,
          AWS_ENDPOINT_URL_DYNAMODB: real,
          TABLE_NAME: local.table.name,
          EXPORTS_BUCKET: 'exports',
          EXPORT_TRIES: worker?.environment?.['EXPORT_TRIES'],
        },
      },
    );
    const took = JSON.parse(stderr.slice(stderr.lastIndexOf('{"failed"')));
    const made = await exports.find(order.id);
    if (made?.state !== 'done' || made.rows !== rows)
      throw new Error(`the export is ${made?.state} with ${made?.rows} rows: ${stderr}`);
    found.push({ format, rows, bytes: made.file?.size ?? 0, ...took });
  }
  if (values.json)
    console.log(JSON.stringify({ cores: availableParallelism(), exports: found }, undefined, 2));
  for (const { format, seconds, cpuSeconds, rssMiB, bytes } of found) {
    say(
      `${format.padEnd(4)} ${rows} rows: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor, ${Math.round(rssMiB)} MiB at most, file ${(bytes / 1024 / 1024).toFixed(1)} MiB`,
    );
  }
} finally {
  await host.stop();
  await local.close();
  rmSync(folder, { recursive: true, force: true });
}
