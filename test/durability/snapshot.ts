import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SendTaskHeartbeatCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dossierOfKey } from '../../functions/records/keys/keys.ts';
import { spineKeys } from '../../functions/records/keys/spine-keys.ts';
import { type LedgerEvent, ledgerEvent } from '../../schemas/dossier/event.ts';
import { type DossierHead, dossierHead } from '../../schemas/dossier/head.ts';
import { storedCursor } from '../../schemas/stored/cursor.ts';
import { type StoredTask, storedTask } from '../../schemas/stored/task.ts';

/** The record of the machine that carries a dossier, as stored. */
export const machineItem = z.object({
  waitingOn: z.string().optional(),
  token: z.string().optional(),
  wakeSk: z.string().optional(),
});

/** All that the table and Step Functions keep of one dossier. */
export interface KeptDossier {
  readonly code: string;
  readonly head: DossierHead | undefined;
  /** In the order of their keys. */
  readonly events: readonly LedgerEvent[];
  readonly tasks: readonly StoredTask[];
  readonly machine: z.infer<typeof machineItem> | undefined;
  /** How far each consumer has come in the ledger, by consumer. */
  readonly cursors: ReadonlyMap<string, number>;
  /** Whether Step Functions knows the machine's token. */
  readonly tokenLives: boolean;
}

/** What a host keeps, read through AWS's protocols. */
export interface Snapshot {
  /** The host's time, in milliseconds. */
  readonly now: number;
  readonly dossiers: ReadonlyMap<string, KeptDossier>;
  /** Counters of numbers, by partition key. */
  readonly counters: ReadonlyMap<string, number>;
  /** Entries of the registers of results: number to dossier. */
  readonly results: ReadonlyMap<string, string>;
  readonly executions: ReadonlyMap<string, string>;
}

/** An item of the table, with its key. */
export type Item = Readonly<Record<string, unknown>>;

/** Clients of the services of a host, with the keys of its data folder. */
export function openServices(data: string, port: number) {
  const credentials = z
    .object({ accessKeyId: z.string(), secretAccessKey: z.string(), sessionToken: z.string() })
    .parse(JSON.parse(readFileSync(join(data, 'host-keys.json'), 'utf8')));
  const common = { region: 'ap-southeast-1', endpoint: `http://127.0.0.1:${port + 1}`, credentials };
  return {
    table: DynamoDBDocumentClient.from(new DynamoDBClient(common)),
    machines: new SFNClient(common),
  };
}

type Services = ReturnType<typeof openServices>;

/**
 * Reads everything, or takes the items as they were read. Nothing stands still meanwhile: what was found wrong is to be
 * looked at again before it counts.
 */
export async function takeSnapshot(
  services: Services,
  now: () => Promise<number>,
  read?: readonly Item[],
): Promise<Snapshot> {
  const items = read ?? (await scan(services));
  const byDossier = Map.groupBy(
    items.filter(({ pk }) => String(pk).startsWith('DOSSIER#')),
    ({ pk }) => dossierOfKey(String(pk)),
  );
  const dossiers = new Map<string, KeptDossier>();
  for (const [code, own] of byDossier) dossiers.set(code, await kept(services, code, own));
  const counted = items.filter(({ sk }) => sk === 'NUMBER');
  const results = items.filter(({ sk }) => sk === 'RESULT');
  return {
    dossiers,
    counters: new Map(counted.map(({ pk, count }) => [String(pk), Number(count)])),
    results: new Map(results.map(({ number, dossier }) => [String(number), String(dossier)])),
    executions: await executions(services),
    now: await now(),
  };
}

async function kept(services: Services, code: string, items: readonly Item[]): Promise<KeptDossier> {
  const sorted = items.toSorted((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1));
  const under = (prefix: string) => sorted.filter(({ sk }) => String(sk).startsWith(prefix));
  const head = under('HEAD')[0];
  const machine = under('MACHINE').map(item => machineItem.parse(item))[0];
  return {
    code,
    head: head && dossierHead.parse(head['head']),
    events: under('EVENT#').map(item => ledgerEvent.parse(item['event'])),
    cursors: new Map(
      under(spineKeys.cursorPrefix).map(item => [
        String(item['sk']).slice(spineKeys.cursorPrefix.length),
        storedCursor.parse(item).seq,
      ]),
    ),
    tasks: under('TASK#').map(item => storedTask.parse(item['task'])),
    machine,
    tokenLives: machine?.token !== undefined && (await lives(services, machine.token)),
  };
}

/** A heartbeat does nothing to a wait that asks for none, but only a wait that is still open takes it. */
async function lives({ machines }: Services, taskToken: string): Promise<boolean> {
  try {
    await machines.send(new SendTaskHeartbeatCommand({ taskToken }));
    return true;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'].includes(name)) return false;
    throw error;
  }
}

/** Every item of every table. */
export async function scan({ table }: Services): Promise<Item[]> {
  const { TableNames = [] } = await table.send(new ListTablesCommand({}));
  const items: Item[] = [];
  for (const TableName of TableNames) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await table.send(new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey }));
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  return items;
}

async function executions({ machines }: Services): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const { stateMachines = [] } = await machines.send(new ListStateMachinesCommand({}));
  for (const { stateMachineArn } of stateMachines) {
    let nextToken: string | undefined;
    do {
      const page = await machines.send(
        new ListExecutionsCommand({ stateMachineArn, maxResults: 1000, nextToken }),
      );
      for (const { name, status } of page.executions ?? []) found.set(name ?? '', status ?? '');
      nextToken = page.nextToken;
    } while (nextToken);
  }
  return found;
}
