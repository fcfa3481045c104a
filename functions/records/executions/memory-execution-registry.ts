import { machineRecord } from '../../../schemas/stored/execution.ts';
import { sortable } from '../../kernel/table/item-key.ts';
import type { MemoryItem, MemoryRecords } from '../../kernel/table/memory-records.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { dossierOfKey, indexKeys, keys, WAKE_SHARDS } from '../keys/keys.ts';
import type { ExecutionRegistry } from './execution-registry.ts';

/** In-memory counterpart of the table's execution registry, over the same records as that of the dossier store. */
export function memoryExecutionRegistry(records: MemoryRecords): ExecutionRegistry {
  return {
    async read(code) {
      const key = keys.machine(code);
      const item = records.get(key);
      return item && parseStored(machineRecord, item, key);
    },
    async started(code, round) {
      records.transact([
        {
          name: 'machine',
          key: keys.machine(code),
          holds: item => Number(item?.['startedRound'] ?? 0) < round,
          becomes: item => ({ ...item, startedRound: round, round }),
        },
      ]);
    },
    async attach(code, { task, token, round, enteredAt }) {
      const since = sortable(enteredAt);
      if (records.get(keys.machine(code))?.['openTask'] !== task) return 'moved';
      const outcome = records.transact([
        {
          name: 'overtaken',
          key: keys.machine(code),
          holds: item => !isLater(item, { task, round, since }),
          becomes: item => ({
            ...item,
            token,
            waitingOn: task,
            waitingRound: round,
            waitingSince: since,
            wakePk: undefined,
            wakeSk: undefined,
          }),
        },
      ]);
      return outcome.done ? 'waiting' : 'overtaken';
    },
    async told(code, record) {
      records.transact([
        {
          name: 'machine',
          key: keys.machine(code),
          holds: item => item?.['wakeSk'] === record.wakeSk && item?.['token'] === record.token,
          becomes: ({ token, waitingOn, wakePk, wakeSk, ...rest }: MemoryItem = {}) => rest,
        },
      ]);
    },
    async behindSince(instant, limit) {
      const until = new Date(instant).toISOString();
      const behind = records
        .having('wakePk')
        .flatMap(({ key, item }) => {
          const { wakePk, wakeSk } = item;
          if (typeof wakePk !== 'string' || typeof wakeSk !== 'string' || wakeSk >= until) return [];
          return [{ code: dossierOfKey(key.pk), wakePk, wakeSk }];
        })
        .sort((a, b) => (a.wakeSk < b.wakeSk ? -1 : 1));
      const shards = Array.from({ length: WAKE_SHARDS }, (_, shard) => indexKeys.wakePartition(shard));
      return shards.flatMap(shard =>
        behind
          .filter(({ wakePk }) => wakePk === shard)
          .slice(0, Math.ceil(limit / WAKE_SHARDS))
          .map(({ code }) => code),
      );
    },
  };
}

/** Whether the registry knows a later wait on the same task than this one. */
function isLater(
  item: MemoryItem | undefined,
  wait: { readonly task: string; readonly round: number; readonly since: string },
): boolean {
  if (item?.['waitingSince'] === undefined || item['waitingOn'] !== wait.task) return false;
  const known = Number(item['waitingRound']);
  return known > wait.round || (known === wait.round && String(item['waitingSince']) > wait.since);
}
