import {
  type StoredFinding,
  type StoredProgress,
  storedFinding,
  storedProgress,
} from '../../../schemas/stored/reconciliation.ts';
import { DAY, parseInstant } from '../../domain/vietnam-time.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { reconciliationKeys } from '../keys/reconciliation-keys.ts';
import { droppedAfter } from '../keys/table-design.ts';

/** How long findings are kept. */
const KEPT = 400 * DAY;

/** Where the nightly comparison keeps its progress and findings, and reads which dossiers changed. */
export interface ReconciliationStore {
  progress(): Promise<StoredProgress | undefined>;
  /** Keeps the progress, unless another run has advanced in the meantime. */
  advance(before: StoredProgress | undefined, after: StoredProgress): Promise<'kept' | 'overtaken'>;
  /** Dossiers in a shard of a day after a given one, by code. */
  changed(day: string, shard: number, after: string | null, limit: number): Promise<readonly string[]>;
  keep(finding: StoredFinding): Promise<void>;
  findings(
    day: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly StoredFinding[]; readonly next: string | undefined }>;
}

export function reconciliationStore(items: Items): ReconciliationStore {
  return {
    async progress() {
      const key = reconciliationKeys.progress();
      const item = await items.get(key);
      return item && parseStored(storedProgress, item, key);
    },
    async advance(before, after) {
      const made = await items.transact([
        {
          refusal: 'overtaken',
          key: reconciliationKeys.progress(),
          change: { put: after },
          when: before ? { equals: { version: before.version } } : { exists: false },
        },
      ]);
      return made.done ? 'kept' : 'overtaken';
    },
    async changed(day, shard, after, limit) {
      const { items: found } = await items.query({
        partition: reconciliationKeys.changedPartition(day, shard),
        low: after === null ? LOWEST : `${after}${LOWEST}`,
        high: HIGHEST,
        limit,
        consistent: true,
      });
      return found.map(({ key }) => key.sk);
    },
    async keep(finding) {
      await items.transact([
        {
          refusal: 'none',
          key: reconciliationKeys.finding(finding.day, finding.name, finding.kind),
          change: { put: { ...finding, ...droppedAfter(parseInstant(finding.foundAt) + KEPT) } },
        },
      ]);
    },
    async findings(day, { after, limit }) {
      const { items: found, more } = await items.query({
        partition: reconciliationKeys.findingsPartition(day),
        low: after === undefined ? LOWEST : `${after}${LOWEST}`,
        high: HIGHEST,
        limit,
        consistent: true,
      });
      return {
        items: found.map(({ key, item }) => parseStored(storedFinding, item, key)),
        next: more ? found.at(-1)?.key.sk : undefined,
      };
    },
  };
}
