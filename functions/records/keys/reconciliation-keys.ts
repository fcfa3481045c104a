import type { ItemKey } from '../../kernel/table/item-key.ts';
import { shardOf } from './keys.ts';
import { PREFIX } from './table-design.ts';

/** How many partitions the dossiers changed on a day are spread over. */
export const CHANGED_SHARDS = 4;

/** Keys of the nightly comparison: which dossiers changed on a day, its progress, its findings. */
export const reconciliationKeys = {
  /** The mark that a dossier changed on a day, `2026-11-26`. */
  changed: (day: string, dossier: string): ItemKey => ({
    pk: reconciliationKeys.changedPartition(day, shardOf(dossier, CHANGED_SHARDS)),
    sk: dossier,
  }),
  changedPartition: (day: string, shard: number) => `CHANGED#${day}#${shard}`,
  progress: (): ItemKey => ({ pk: 'RECONCILIATION', sk: 'PROGRESS' }),
  /** A finding of a night about a dossier, or about an execution without one. */
  finding: (day: string, name: string, kind: string): ItemKey => ({
    pk: reconciliationKeys.findingsPartition(day),
    sk: `${name}#${kind}`,
  }),
  findingsPartition: (day: string) => `${PREFIX.findings}${day}`,
} as const;
