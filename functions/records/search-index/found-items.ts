import type { FoundEntry } from '../../domain/projections/found-entries.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { foundKeys } from '../keys/found-keys.ts';

/** The key of an entry by which a search finds a dossier. */
export const foundItemKey = (entry: FoundEntry) => foundKeys.item(entry.digest, entry);

/** The entry as stored. */
export function foundItem(entry: FoundEntry) {
  const { digest, folding, inProvince, words, spelled } = entry;
  return {
    folding,
    ...(inProvince && foundKeys.province(digest, entry)),
    ...(words !== undefined && { words }),
    ...(spelled !== undefined && { spelled }),
  };
}

/** The writes that replace entries. */
export function foundWrites(
  come: readonly FoundEntry[],
  gone: readonly FoundEntry[] = [],
): ItemWrite<'version'>[] {
  return [
    ...gone.map(entry => ({ key: foundItemKey(entry), change: { remove: true } as const })),
    ...come.map(entry => ({ key: foundItemKey(entry), change: { put: foundItem(entry) } })),
  ].map(write => ({ refusal: 'version', ...write }));
}
