import type { MemoryRecords } from '../functions/kernel/table/memory-records.ts';
import { keys } from '../functions/records/keys/keys.ts';
import { ledgerEvent } from '../schemas/dossier/event.ts';
import { dossierHead } from '../schemas/dossier/head.ts';
import { storedTask } from '../schemas/stored/task.ts';
import { type KeptDossier, machineItem } from '../test/durability/snapshot.ts';

/** All that is kept of a dossier, as it is stored; parsed, so that a malformed item does not pass. */
export async function keptDossier(
  records: MemoryRecords,
  code: string,
  tokenLives: (token: string) => Promise<boolean>,
  cursorsOf: (code: string) => Promise<ReadonlyMap<string, number>>,
): Promise<KeptDossier> {
  const { pk, sk } = keys.head(code);
  const items = records.under(pk);
  const under = (prefix: string) =>
    items.filter(({ key }) => key.sk.startsWith(prefix)).map(({ item }) => item);
  const head = items.find(({ key }) => key.sk === sk)?.item;
  const registry = items.find(({ key }) => key.sk === keys.machine(code).sk)?.item;
  const machine = registry && machineItem.parse(registry);
  return {
    code,
    head: head && dossierHead.parse(head['head']),
    events: under(keys.eventPrefix).map(item => ledgerEvent.parse(item['event'])),
    tasks: under('TASK#').map(item => storedTask.parse(item['task'])),
    machine,
    cursors: await cursorsOf(code),
    tokenLives: machine?.token !== undefined && (await tokenLives(machine.token)),
  };
}
