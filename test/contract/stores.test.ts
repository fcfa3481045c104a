import { afterAll, beforeAll } from 'vitest';
import { dynamoAccessRecords } from '../../functions/platform/access-records/dynamo-access-records.ts';
import { memoryAccessRecords } from '../../functions/platform/access-records/memory-access-records.ts';
import { dynamoDossierStore } from '../../functions/platform/dossiers/dynamo-dossier-store.ts';
import { memoryDossierStore } from '../../functions/platform/dossiers/memory-dossier-store.ts';
import { dynamoFileStore } from '../../functions/platform/files/file-store.ts';
import { dynamoMachineBook } from '../../functions/platform/machine/machine-book.ts';
import { memoryMachineBook } from '../../functions/platform/machine/memory-machine-book.ts';
import { memoryRecords } from '../../functions/platform/table/memory-records.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { memoryFiles } from '../support/lifecycle/memory-province.ts';
import { accessRecordsContract } from './access-records.contract.ts';
import { dossierStoreContract } from './dossier-store.contract.ts';
import { machineBookContract } from './machine-book.contract.ts';
import type { Stores } from './stores.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const records = memoryRecords();
const twin: Stores = {
  dossiers: memoryDossierStore(records),
  book: memoryMachineBook(records),
  files: memoryFiles(records).store,
  accessRecords: memoryAccessRecords(records),
};

const kinds: readonly [string, () => Stores][] = [
  ['in memory', () => twin],
  [
    'in the local table',
    () => ({
      dossiers: dynamoDossierStore(local.table),
      book: dynamoMachineBook(local.table),
      files: dynamoFileStore(local.table),
      accessRecords: dynamoAccessRecords(local.table),
    }),
  ],
];

for (const [kind, stores] of kinds) {
  dossierStoreContract(kind, stores);
  machineBookContract(kind, stores);
  accessRecordsContract(kind, stores);
}
