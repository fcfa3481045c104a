import type { Instant } from '../../domain/vietnam-time.ts';
import type { Items } from '../../kernel/table/items.ts';
import type { DossierLists } from '../lists/dossier-lists.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';
import { everyAgency, firstDayOfAll } from './walk-bounds.ts';
import { type WalkedDossiers, type WalkPosition, walkDossiers } from './walk-dossiers.ts';

/** Goes through all dossiers that there are. */
export interface DossierWalk {
  /** The first day (`YYYY-MM-DD`) on which there can be a dossier. */
  readonly firstRecords: () => Promise<string>;
  /** All dossiers by the day they were submitted, from a place on, up to a day: at most so many at once. */
  readonly walk: (from: WalkPosition, until: string, limit: number) => Promise<WalkedDossiers>;
}

export function openDossierWalk(
  stores: {
    readonly items: Items;
    readonly organization: Pick<OrganizationStore, 'current' | 'version'>;
    readonly lists: Pick<DossierLists, 'page'>;
  },
  clock: () => Instant,
): DossierWalk {
  return {
    firstRecords: () => firstDayOfAll(stores, clock()),
    walk: async (from, until, limit) =>
      walkDossiers(stores.items, await everyAgency(stores.organization), from, until, limit),
  };
}
