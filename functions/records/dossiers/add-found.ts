import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type FoundEntry, foundPlaceName } from '../../domain/projections/found-entries.ts';
import type { Items } from '../../kernel/table/items.ts';
import { keys } from '../keys/keys.ts';
import { foundWrites } from '../search-index/found-items.ts';

/** Chooses the entries that are not among those given. */
export function isNotIn(given: readonly FoundEntry[]): (entry: FoundEntry) => boolean {
  const places = new Set(given.map(foundPlaceName));
  return entry => !places.has(foundPlaceName(entry));
}

/**
 * Adds the search entries of a new dossier for which its transaction had no room, beside fifty files. Nothing is added
 * if the dossier was changed in the meantime, and what is lost here the nightly comparison writes: the dossier is
 * committed, and its submission must not fail for some words of a name (ADR 0035).
 */
export async function addFound(
  items: Items,
  { code, version, lastHash }: Pick<DossierHead, 'code' | 'version' | 'lastHash'>,
  entries: readonly FoundEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const unchanged = {
    refusal: 'version',
    key: keys.head(code),
    change: { check: true },
    when: { equals: { 'head.version': version, 'head.lastHash': lastHash } },
  } as const;
  await items.transact([unchanged, ...foundWrites(entries)]).catch(() => undefined);
}
