import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { dynamoAccessRecords } from '../../functions/records/audit-log/dynamo-access-records.ts';
import { memoryAccessRecords } from '../../functions/records/audit-log/memory-access-records.ts';
import { dynamoDossierStore } from '../../functions/records/dossiers/dynamo-dossier-store.ts';
import { memoryDossierStore } from '../../functions/records/dossiers/memory-dossier-store.ts';
import { dynamoExecutionRegistry } from '../../functions/records/executions/execution-registry.ts';
import { memoryExecutionRegistry } from '../../functions/records/executions/memory-execution-registry.ts';
import { dynamoFileStore } from '../../functions/records/files/file-store.ts';
import { keys } from '../../functions/records/keys/keys.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { memoryFiles } from '../support/lifecycle/memory-province.ts';
import { itemsOfTable, itemsOfTwin, unregistered } from '../support/stored-items.ts';
import { accessRecordsContract } from './access-records.contract.ts';
import { dossierStoreContract } from './dossier-store.contract.ts';
import { executionRegistryContract } from './execution-registry.contract.ts';
import { created, type Stores } from './stores.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const records = memoryRecords();
const twin: Stores = {
  dossiers: memoryDossierStore(records),
  registry: memoryExecutionRegistry(records),
  files: memoryFiles(records).store,
  accessRecords: memoryAccessRecords(records),
};

const kinds: readonly [string, () => Stores][] = [
  ['in memory', () => twin],
  [
    'in the local table',
    () => ({
      dossiers: dynamoDossierStore(local.table),
      registry: dynamoExecutionRegistry(local.table),
      files: dynamoFileStore(local.table),
      accessRecords: dynamoAccessRecords(local.table),
    }),
  ],
];

for (const [kind, stores] of kinds) {
  dossierStoreContract(kind, stores);
  executionRegistryContract(kind, stores);
  accessRecordsContract(kind, stores);
}

it('keeps nothing that the register of stored shapes does not name, in memory and in the table', async () => {
  const twinItems = itemsOfTwin(records);
  expect(twinItems.length).toBeGreaterThan(500);
  expect(unregistered(twinItems)).toEqual([]);
  const tableItems = await itemsOfTable(local.table.client, local.table.name);
  expect(tableItems.length).toBeGreaterThan(500);
  expect(unregistered(tableItems)).toEqual([]);
});

it('takes from its head which task waits where the record of a machine, of before, does not say it', async () => {
  const stores = {
    dossiers: dynamoDossierStore(local.table),
    registry: dynamoExecutionRegistry(local.table),
  };
  const { head } = await created({ ...twin, ...stores });
  const { code } = head;
  const Key = { ...keys.machine(code) };
  const forget = new UpdateCommand({ TableName: local.table.name, Key, UpdateExpression: 'REMOVE openTask' });
  await local.table.client.send(forget);
  const wait = { token: 'token', round: 1, enteredAt: '2026-03-02T01:00:00Z' };
  expect(await stores.registry.attach(code, { ...wait, task: `${code}.t9` })).toBe('moved');
  expect(await stores.registry.attach(code, { ...wait, task: `${code}.t1` })).toBe('waiting');
  const early = { ...wait, enteredAt: '2026-01-01T00:00:00Z' };
  expect(await stores.registry.attach(code, { ...early, task: `${code}.t1` })).toBe('overtaken');
});
