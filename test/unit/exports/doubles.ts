import { createHash } from 'node:crypto';
import { describeActor } from '../../../functions/domain/dossier/describe-actor.ts';
import { taskAnswers } from '../../../functions/domain/lists/task-filters.ts';
import type { ExportDeps } from '../../../functions/features/exports/deps.ts';
import type { ExportStore } from '../../../functions/features/exports/export-store.ts';
import type { WorkerDeps } from '../../../functions/features/exports/worker/deps.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryAccessRecords } from '../../../functions/records/audit-log/memory-access-records.ts';
import { accessRecord } from '../../../schemas/stored/access-record.ts';
import type { StoredExport } from '../../../schemas/stored/export.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { noQuotas } from '../../support/lifecycle/no-quotas.ts';
import { type KnownDossier, memoryDossiers, publishedUnits } from './dossier-doubles.ts';
import { bytesOf } from './tables.ts';

/** Records of exports in memory, under the same conditions as in the table. */
export function memoryExports(): ExportStore {
  const records = new Map<string, StoredExport>();
  return {
    async add(record) {
      records.set(record.id, record);
      return 'added';
    },
    async find(id) {
      return records.get(id);
    },
    async change(before, after) {
      const found = records.get(before.id);
      if (found?.state !== before.state || found.run !== before.run) return 'conflict';
      records.set(after.id, after);
      return 'changed';
    },
    async page(of, before, limit) {
      const all = [...records.values()]
        .filter(each => of === 'everybody' || describeActor(each.askedBy) === of.account)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .filter(({ id }) => before === undefined || id < before);
      return { exports: all.slice(0, limit), next: all[limit] && all[limit - 1]?.id };
    },
  };
}

/** A task in the work list of unit H44.101. */
export function task(number: number): StoredTask {
  const at = '2026-11-23T09:00:00+07:00';
  return {
    id: `H44.101-261123-${String(number).padStart(4, '0')}.t1`,
    phase: 'reception',
    step: null,
    name: 'Tiếp nhận',
    unit: 'H44.101',
    role: 'reception',
    openedAt: at,
    dueAt: at,
    alarms: { dueSoon: at, overdue: at, escalated: at },
    assignee: null,
    dossier: `H44.101-261123-${String(number).padStart(4, '0')}`,
    procedure: '1.001193',
    procedureName: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    duplicates: [],
    channel: 'online',
    receivedAt: at,
    version: 1,
    alarm: 'none',
    closed: null,
  };
}

/** What both functions of exports need, over one memory: orders and files are kept to be looked at. */
export function exportWorld(
  tasks: readonly StoredTask[] = [],
  dossiers: readonly KnownDossier[] = [],
  units: readonly Readonly<Record<string, string>>[] = [],
) {
  const records = memoryRecords();
  const exports = memoryExports();
  const orders: string[] = [];
  const files = new Map<string, Buffer>();
  const secret = {
    personKey: (number: string) => `digest-of-${number.slice(-2)}`,
    termKey: (term: string) => `digest-of-${term.slice(-2)}`,
  };
  const front = {
    exports,
    links: {
      linkTo: async ({ id }) => ({
        url: `https://files.example/${id}`,
        expiresAt: '2026-11-23T10:00:00+07:00',
      }),
    },
    order: async id => {
      orders.push(id);
    },
    quotas: noQuotas,
    keyring: async () => ({
      ...secret,
      resultCode: () => 'code',
      resultCodeFits: () => false,
      collectionSeal: (text: string) => `seal-${text.length}`,
      collectionSealFits: () => true,
      paymentKey: (code: string) => `key-${code}`,
      paymentKeyFits: () => true,
      sealCursor: () => 'seal',
      cursorSealFits: () => true,
    }),
  } satisfies ExportDeps;
  const worker: WorkerDeps = {
    exports,
    ...memoryDossiers(dossiers),
    workList: {
      holders: async () => ({ all: new Set<string>(), departed: new Set<string>() }),
      async page(question, { after, limit }) {
        const from = Number(after ?? 0);
        const next = from + limit < tasks.length ? String(from + limit) : undefined;
        const items = tasks.slice(from, from + limit).filter(each => taskAnswers(question, each));
        return { items, next };
      },
    },
    accessRecords: memoryAccessRecords(records),
    keyring: front.keyring,
    files: {
      async put(key, _type, bytes) {
        const content = await bytesOf(bytes);
        files.set(key, content);
        return { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
      },
    },
    organization: { officer: async () => undefined, ...publishedUnits(units) },
  };
  return {
    front,
    worker,
    orders,
    files,
    exports,
    /** What was recorded of reads, once each. */
    reads: () =>
      records
        .all()
        .filter(({ key }) => key.pk.startsWith('READDAY#'))
        .map(({ item }) => accessRecord.parse(item['read'])),
  };
}
