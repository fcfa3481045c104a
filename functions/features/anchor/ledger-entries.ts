import type { AnchoredEntry } from '../../domain/anchor/check-leaf.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { Items } from '../../kernel/table/items.ts';
import { keys } from '../../records/keys/keys.ts';

/** A ledger entry as stored: its hash is of everything in it, known to this version or not. */
export type StoredEntry = AnchoredEntry & { readonly data: Readonly<Record<string, unknown>> };

/** Entries read at once: most dossiers have no more of a day. */
const PAGE = 12;

const HIGHEST_SEQ = 999_999;

/**
 * The end of a ledger up to an entry, oldest first: back to the first one before an instant, which is included;
 * from its beginning where no instant is given.
 */
export async function entriesBack(
  items: Pick<Items, 'query'>,
  code: string,
  { upTo = HIGHEST_SEQ, from }: { readonly upTo?: number; readonly from: Instant | undefined },
): Promise<readonly StoredEntry[]> {
  const newestFirst: StoredEntry[] = [];
  for (let high = upTo; high >= 1; ) {
    const page = await items.query({
      partition: keys.head(code).pk,
      low: keys.event(code, 0).sk,
      high: keys.event(code, high).sk,
      backwards: true,
      limit: PAGE,
      consistent: true,
    });
    const entries = page.items.map(({ item }) => item['event'] as StoredEntry);
    const before = entries.findIndex(({ at }) => from !== undefined && Date.parse(at) < from);
    newestFirst.push(...(before < 0 ? entries : entries.slice(0, before + 1)));
    const last = page.items.at(-1);
    if (before >= 0 || !page.more || !last) break;
    high = Number(last.key.sk.slice(keys.eventPrefix.length)) - 1;
  }
  return newestFirst.reverse();
}
